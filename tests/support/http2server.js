// An HTTP/2 server that misbehaves by path; with ?mode=once only the first time. Usage: node http2server.js KEY CERTIFICATE MAX_STREAMS
// Prints "port N", then one line for each request: METHOD PATH HTTP-VERSION CONNECTION.
const fs = require('fs');
const http2 = require('http2');
const [key, cert, maxStreams] = process.argv.slice(2);

let sessions = 0;
const seen = {};
const server = http2.createSecureServer({
    key: fs.readFileSync(key),
    cert: fs.readFileSync(cert),
    allowHTTP1: true,
    settings: {maxConcurrentStreams: Number(maxStreams)},
});
server.on('session', session => { session.number = ++sessions; });

const acts = {
    '/slow': (req, res) => setTimeout(() => res.end('slow'), 700),
    '/crawl': (req, res) => setTimeout(() => res.end('crawl'), 4000),
    '/brief': (req, res) => setTimeout(() => res.end('brief'), 50),
    '/hang': () => {},
    '/watch': (req, res) => { res.writeHead(200); res.write('event\n'); },
    // Graceful: the streams there are go on, new ones are not welcome.
    '/goaway': (req, res) => { req.stream.session.goaway(0, req.stream.id); res.end('bye'); },
    // The request itself is refused unprocessed.
    '/refused': req => { req.stream.session.goaway(0, 0); req.stream.close(http2.constants.NGHTTP2_REFUSED_STREAM); },
    '/reset': req => req.stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR),
    '/calm': req => req.stream.close(http2.constants.NGHTTP2_ENHANCE_YOUR_CALM),
};

server.on('request', (req, res) => {
    const [path, mode] = req.url.split('?');
    const session = req.httpVersion === '2.0' ? req.stream.session.number : 0;
    console.log(req.method, req.url, req.httpVersion, session);
    seen[req.url] = (seen[req.url] || 0) + 1;
    const act = mode === 'mode=once' && seen[req.url] > 1 ? undefined : acts[path];
    req.resume();
    if (act)
        act(req, res);
    else
        req.on('end', () => res.end('ok'));
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log('port', server.address().port));
process.stdin.on('close', () => process.exit()).resume();
