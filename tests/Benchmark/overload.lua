-- Sends one command after the other to the paths of a file in turn, more than are let in: times those that were, counts those that were turned away, and ends
-- with one line of JSON. A request's id, which its answer repeats, is the time when it was sent. After SECONDS nothing more is sent, and what is on its way answered.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds; long nanoseconds; } moment; int clock_gettime(int clock, moment *now);")

local id = "X-Request-Id"
local moment = ffi.new("moment")
local requests, next, owed, wait, ends = {}, 0, 0, 0, nil
local patient, sending = os.getenv("PATIENT") == "yes", tonumber(os.getenv("SECONDS")) * 1e6
local thread

took, turned, refused = {}, 0, 0

local function now()
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.seconds) * 1e6 + tonumber(moment.nanoseconds) / 1e3
end

function setup(one)
  thread = one
end

function init(args)
  local headers = { ["Content-Type"] = "application/json", ["Authorization"] = os.getenv("AUTHORIZATION"), [id] = "@" }
  for path in io.lines(args[1]) do
    local request = wrk.format("POST", path, headers, os.getenv("BODY"))
    local at = request:find(id .. ": @", 1, true) + #id + 2
    requests[#requests + 1] = { request:sub(1, at - 1), request:sub(at + 1) }
  end
end

function request()
  local sent = now()
  ends = ends or sent + sending
  next = next % #requests + 1
  return requests[next][1] .. string.format("%.0f", sent) .. requests[next][2]
end

-- A proxy may write a name in other letters.
local function said(headers, name)
  for key, value in pairs(headers) do
    if key:lower() == name then
      return tonumber(value)
    end
  end
end

function response(status, headers)
  local again = said(headers, "retry-after")
  if status >= 200 and status < 300 then
    took[#took + 1] = now() - said(headers, "x-request-id")
  elseif status == 503 and again then
    turned, owed, wait = turned + 1, owed + 1, again * 1e3
  else
    refused = refused + 1
  end
end

-- Milliseconds before a connection's next request: who is patient waits as often as it was turned away.
function delay()
  if ends and now() > ends then
    return 60000
  end
  if patient and owed > 0 then
    owed = owed - 1
    return wait
  end
  return 0
end

function done(summary)
  local errors, times = summary.errors, thread:get("took")
  table.sort(times)
  local function percentile(part)
    return (times[math.max(1, math.ceil(#times * part))] or 0) / 1e3
  end
  io.write(string.format(
    '{"requests":%d,"seconds":%f,"turned":%d,"refused":%d,"broken":%d,"p50":%f,"p99":%f}\n',
    #times, sending / 1e6, thread:get("turned"), thread:get("refused"), errors.connect + errors.read + errors.write + errors.timeout, percentile(0.5), percentile(0.99)))
end
