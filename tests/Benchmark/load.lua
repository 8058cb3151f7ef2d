-- Sends one command after the other to the paths of a file in turn, or reads them where there is no body, the same for ours and for the peers; ends with one line of JSON.
local requests = {}
local next = 0

function init(args)
  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = os.getenv("AUTHORIZATION") }
  local body = os.getenv("BODY")
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format(body == "" and "GET" or "POST", path, headers, body)
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%f,"refused":%d,"broken":%d,"p50":%f,"p99":%f}\n',
    summary.requests, summary.duration / 1e6, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
