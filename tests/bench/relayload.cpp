// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "relayload.h"

#include "childprocess.h"
#include "collab/lib0/encoder.h"
#include "times.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

quint64 now()
{
    static const auto start = Clock::now();
    return quint64(
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count());
}

double ownProcessor()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/// A time within a number that no encoder shortens: a double of 2^52 and more whose last bit is
/// set.
QByteArray stamp(quint64 time)
{
    QByteArray bytes(9, '\x7b');
    qToBigEndian(0x4330'0000'0000'0001ull | (time & 0x3fff'ffff'ffffull) << 1, bytes.data() + 1);
    return bytes;
}

struct Peer
{
    int fd = -1;
    int yard = 0;
    quint64 client = 0;
    quint64 clock = 0;
    quint64 stateClock = 0;
    bool isUpgraded = false;
    bool isSynced = false;
    bool writes = false; ///< waits until more can be written
    std::string in;
    std::string out;
    quint64 nextMove = 0;
    quint64 nextState = 0;
};

} // namespace

/// All of the peers, on one thread.
class IdlePeers::Private
{
public:
    explicit Private(const RelayLoad &load);
    ~Private();

    void connectAll();
    RelayFigures measure();
    int synced() const { return int(std::ranges::count_if(m_peers, &Peer::isSynced)); }

private:
    void open(Peer &peer);
    void drop(Peer &peer);
    void wait(int milliseconds);
    void read(Peer &peer);
    void take(Peer &peer, std::string_view frame);
    void takeMoves(std::string_view bytes);
    void takeStates(std::string_view bytes);
    void note(quint64 sentAt);
    void write(Peer &peer);
    void watch(Peer &peer, bool writes);
    void send(Peer &peer, const QByteArray &message);
    void move(Peer &peer);
    void tellState(Peer &peer);
    void speak();

    const RelayLoad m_load;
    std::vector<Peer> m_peers;
    int m_epoll = -1;
    int m_lost = 0;
    quint64 m_now = 0;
    quint64 m_sent = 0;
    bool m_measures = false;
    Times m_times;
};

IdlePeers::Private::Private(const RelayLoad &load)
    : m_load(load)
    , m_peers(size_t(load.peers))
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

IdlePeers::Private::~Private()
{
    for (const auto &peer : m_peers) {
        if (peer.fd >= 0)
            ::close(peer.fd);
    }
    ::close(m_epoll);
}

void IdlePeers::Private::connectAll()
{
    for (int i = 0; i < m_load.peers; ++i) {
        auto &peer = m_peers[size_t(i)];
        peer.yard = i % m_load.yards;
        peer.client = 0x4000'0000u + quint64(i) * 7919;
        open(peer);
        wait(i % 8 == 0 ? 1 : 0);
    }
    for (const auto end = now() + 30'000'000; synced() + m_lost < m_load.peers && now() < end;)
        wait(10);
}

void IdlePeers::Private::open(Peer &peer)
{
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(quint16(m_load.port));
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    peer.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(peer.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(peer.fd, reinterpret_cast<sockaddr *>(&there), sizeof there) != 0) {
        drop(peer);
        return;
    }
    epoll_event event{.events = EPOLLIN, .data = {.ptr = &peer}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, peer.fd, &event);
    const auto path = m_load.isHocuspocus
        ? std::string("/")
        : "/ws/sync/bench" + std::to_string(peer.yard) + "?token=secret";
    peer.out = "GET " + path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    write(peer);
}

void IdlePeers::Private::drop(Peer &peer)
{
    ++m_lost;
    ::close(peer.fd);
    peer.fd = -1;
}

void IdlePeers::Private::wait(int milliseconds)
{
    std::array<epoll_event, 512> events{};
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), milliseconds);
    m_now = now();
    for (int i = 0; i < count; ++i) {
        auto &peer = *static_cast<Peer *>(events[size_t(i)].data.ptr);
        if (peer.fd >= 0 && (events[size_t(i)].events & EPOLLOUT) != 0)
            write(peer);
        if (peer.fd >= 0 && (events[size_t(i)].events & ~quint32(EPOLLOUT)) != 0)
            read(peer);
    }
}

/// Frames of a server have no mask: https://www.rfc-editor.org/rfc/rfc6455#section-5.2
void IdlePeers::Private::read(Peer &peer)
{
    static std::vector<char> buffer(256 * 1024);
    const auto size = ::recv(peer.fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size <= 0) {
        if (size == 0 || errno != EAGAIN)
            drop(peer);
        return;
    }
    peer.in.append(buffer.data(), size_t(size));
    std::string_view left = peer.in;
    if (!peer.isUpgraded) {
        const auto end = left.find("\r\n\r\n");
        if (end == std::string_view::npos)
            return;
        if (!left.starts_with("HTTP/1.1 101")) {
            drop(peer);
            return;
        }
        peer.isUpgraded = true;
        left.remove_prefix(end + 4);
        lib0::Encoder hello;
        if (m_load.isHocuspocus) {
            hello.writeVarUint(2); // a token
            hello.writeVarUint(0);
            hello.writeVarBytes("secret");
        } else {
            hello.writeRaw(QByteArrayView("\0\0\1\0", 4)); // sync step 1 of one who knows nothing
        }
        send(peer, hello.take());
    }
    while (peer.fd >= 0 && left.size() >= 2) {
        const auto *bytes = reinterpret_cast<const uchar *>(left.data());
        quint64 length = bytes[1] & 0x7f;
        size_t header = 2;
        if (length == 126 && left.size() >= 4)
            length = qFromBigEndian<quint16>(bytes + 2), header = 4;
        else if (length == 127 && left.size() >= 10)
            length = qFromBigEndian<quint64>(bytes + 2), header = 10;
        else if (length >= 126)
            break;
        if (left.size() < header + length)
            break;
        if ((bytes[0] & 0x0f) == 8)
            drop(peer);
        else if ((bytes[0] & 0x0f) <= 2)
            take(peer, left.substr(header, length));
        left.remove_prefix(header + length);
    }
    peer.in.erase(0, peer.in.size() - left.size());
}

void IdlePeers::Private::take(Peer &peer, std::string_view frame)
{
    if (m_load.isHocuspocus && !frame.empty())
        frame.remove_prefix(std::min(frame.size(), size_t(uchar(frame[0])) + 1)); // the yard's name
    if (frame.size() < 2)
        return;
    const auto kind = frame[0];
    const auto step = frame[1];
    if (kind == 1)
        takeStates(frame);
    else if (kind == 2 && step == 2) // the token is right
        send(peer, QByteArray("\0\0\1\0", 4));
    else if ((kind == 0 || kind == 4) && step == 0)
        send(peer, QByteArray("\0\1\2\0\0", 5));
    else if (kind == 0 || kind == 4) {
        peer.isSynced = peer.isSynced || step == 1;
        takeMoves(frame);
    }
}

void IdlePeers::Private::takeMoves(std::string_view bytes)
{
    static constexpr std::string_view Mark("\x7b\x43\x30", 3);
    const auto *end = bytes.data() + bytes.size();
    const auto *at = bytes.data();
    while (end - at >= 9) {
        at = static_cast<const char *>(std::memchr(at, Mark[0], size_t(end - at - 8)));
        if (at == nullptr)
            return;
        if (at[1] == Mark[1] && at[2] == Mark[2]) {
            note(qFromBigEndian<quint64>(at + 1) << 16 >> 17);
            at += 9;
        } else {
            ++at;
        }
    }
}

void IdlePeers::Private::takeStates(std::string_view bytes)
{
    static constexpr std::string_view Mark("\"t\":");
    for (auto at = bytes.find(Mark); at != std::string_view::npos; at = bytes.find(Mark, at)) {
        at += Mark.size();
        quint64 time = 0;
        while (at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9')
            time = time * 10 + quint64(bytes[at++] - '0');
        note(time);
    }
}

void IdlePeers::Private::note(quint64 sentAt)
{
    if (m_measures)
        m_times.add(m_now > sentAt ? m_now - sentAt : 0);
}

void IdlePeers::Private::write(Peer &peer)
{
    const auto sent =
        ::send(peer.fd, peer.out.data(), peer.out.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno != EAGAIN) {
        drop(peer);
        return;
    }
    peer.out.erase(0, size_t(std::max<ssize_t>(sent, 0)));
    watch(peer, !peer.out.empty());
}

void IdlePeers::Private::watch(Peer &peer, bool writes)
{
    if (peer.writes == writes)
        return;
    peer.writes = writes;
    epoll_event event{.events = writes ? quint32(EPOLLIN) | EPOLLOUT : quint32(EPOLLIN),
                      .data = {.ptr = &peer}};
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, peer.fd, &event);
}

/// With a mask of zeros, which costs nothing.
void IdlePeers::Private::send(Peer &peer, const QByteArray &message)
{
    lib0::Encoder encoder;
    if (m_load.isHocuspocus)
        encoder.writeVarBytes(QByteArray("bench" + QByteArray::number(peer.yard)));
    encoder.writeRaw(message);
    const auto payload = encoder.take();
    std::string frame("\x82");
    if (payload.size() < 126) {
        frame += char(0x80 | payload.size());
    } else {
        frame += char(0x80 | 126);
        frame += char(payload.size() >> 8);
        frame += char(payload.size());
    }
    frame.append(4, '\0');
    frame.append(payload.constData(), size_t(payload.size()));
    const bool isFirst = peer.out.empty();
    peer.out += frame;
    if (isFirst)
        write(peer);
}

/// The key `k…` of the root map "krates" takes the time as its value, as Yjs would write it.
void IdlePeers::Private::move(Peer &peer)
{
    lib0::Encoder update;
    update.writeVarUint(1);
    update.writeVarUint(1);
    update.writeVarUint(peer.client);
    update.writeVarUint(peer.clock);
    if (peer.clock == 0) {
        update.writeUint8(0x28);
        update.writeVarUint(1);
        update.writeVarBytes("krates");
        update.writeVarBytes(QByteArray("k" + QByteArray::number(peer.client)));
    } else {
        update.writeUint8(0x88);
        update.writeVarUint(peer.client);
        update.writeVarUint(peer.clock - 1);
    }
    update.writeVarUint(1);
    update.writeRaw(stamp(now()));
    update.writeVarUint(peer.clock == 0 ? 0 : 1);
    if (peer.clock > 0) {
        update.writeVarUint(peer.client);
        update.writeVarUint(1);
        update.writeVarUint(peer.clock - 1);
        update.writeVarUint(1);
    }
    ++peer.clock;
    lib0::Encoder message;
    message.writeVarUint(0);
    message.writeVarUint(2);
    message.writeVarBytes(update.take());
    send(peer, message.take());
}

void IdlePeers::Private::tellState(Peer &peer)
{
    const QByteArray json = R"({"user":{"name":"user )" + QByteArray::number(peer.client)
        + R"(","color":"#30bced"},"cursor":{"x":512,"y":288},"t":)" + QByteArray::number(now())
        + '}';
    lib0::Encoder update;
    update.writeVarUint(1);
    update.writeVarUint(peer.client);
    update.writeVarUint(++peer.stateClock);
    update.writeVarBytes(json);
    lib0::Encoder message;
    message.writeVarUint(1);
    message.writeVarBytes(update.take());
    send(peer, message.take());
}

/// What is due, also when it is late: the load does not wait for the relay.
void IdlePeers::Private::speak()
{
    const auto time = now();
    for (auto &peer : m_peers) {
        static constexpr size_t MostWaiting = 1024 * 1024;
        if (peer.fd < 0 || !peer.isSynced || peer.out.size() > MostWaiting)
            continue;
        if (time >= peer.nextMove) {
            peer.nextMove =
                std::max(peer.nextMove, time - 1'000'000) + quint64(1e6 / m_load.movesPerSecond);
            move(peer);
            ++m_sent;
        }
        if (peer.fd >= 0 && time >= peer.nextState) {
            peer.nextState =
                std::max(peer.nextState, time - 1'000'000) + quint64(1e6 / m_load.statesPerSecond);
            tellState(peer);
            ++m_sent;
        }
    }
}

RelayFigures IdlePeers::Private::measure()
{
    const auto begin = now();
    for (size_t i = 0; i < m_peers.size(); ++i) { // spread evenly
        const auto share = double(i) / double(m_peers.size());
        m_peers[i].nextMove = begin + quint64(1e6 / m_load.movesPerSecond * share);
        m_peers[i].nextState = begin + quint64(1e6 / m_load.statesPerSecond * share);
    }
    const auto start = begin + quint64(m_load.warmUp * 1e6);
    const auto end = start + quint64(m_load.seconds * 1e6);
    const auto goOnUntil = [this](quint64 time) {
        while (now() < time) {
            speak();
            wait(1);
        }
    };
    goOnUntil(start);
    const auto before = usageOf(m_load.pid);
    const auto own = ownProcessor();
    m_sent = 0;
    m_measures = true;
    const auto from = now();
    goOnUntil(end);
    const auto seconds = double(now() - from) / 1e6;
    const auto after = usageOf(m_load.pid);
    const auto delivered = double(m_times.count());
    return {.offered = double(m_sent) * m_load.peers / m_load.yards / seconds,
            .delivered = delivered / seconds,
            .p50 = m_times.milliseconds(0.5),
            .p99 = m_times.milliseconds(0.99),
            .processor = delivered > 0 ? (after.processor - before.processor) * 1e6 / delivered : 0,
            .resident = after.resident,
            .own = (ownProcessor() - own) / seconds,
            .lost = m_lost};
}

RelayFigures runLoad(const RelayLoad &load)
{
    IdlePeers::Private peers(load);
    peers.connectAll();
    return peers.measure();
}

IdlePeers::IdlePeers(const RelayLoad &load)
    : m_private(std::make_unique<Private>(load))
{
    m_private->connectAll();
}

IdlePeers::~IdlePeers() = default;

int IdlePeers::synced() const
{
    return m_private->synced();
}

} // namespace bench
