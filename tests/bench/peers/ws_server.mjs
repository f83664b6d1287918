// The bare minimum on node: npm `ws` relays every text to everybody, and nothing else.
import { WebSocketServer, WebSocket } from 'ws';

const server = new WebSocketServer({
  host: '127.0.0.1', port: Number(process.argv[2]), perMessageDeflate: false, backlog: 2048,
});
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    for (const each of server.clients) {
      if (each.readyState === WebSocket.OPEN) each.send(data, { binary: false });
    }
  });
});
server.on('listening', () => console.log('ready'));
