import { createServer } from "node:http";

// The ceiling of everything over HTTP: Node's own server, one page of the size of ours, nothing looked at.
const page = `<!DOCTYPE html>${"x".repeat(Number(process.argv[2] ?? 5000))}`;
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-length": Buffer.byteLength(page) });
  response.end(page);
});
server.listen(0, "127.0.0.1", () => {
  const at = server.address();
  if (typeof at === "object" && at !== null) process.send?.(at.port);
});
process.once("disconnect", () => process.exit(0));
