using PracticeAnalysis.Local;
using System.Runtime.InteropServices;

return await RunCommand.Execute(args);
