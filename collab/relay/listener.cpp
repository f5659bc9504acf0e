// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/listener.h"

#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <limits>
#include <type_traits>
#include <utility>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace relay {
namespace {

constexpr qint64 MostDiscarded = 16 * 1024 * 1024;
constexpr auto ClosesAfter = std::chrono::seconds(2);
constexpr auto EndsAfter = std::chrono::milliseconds(20);
constexpr auto AcceptsAgainAfter = std::chrono::milliseconds(100);

/// What the listener wants of its sockets, of either kind.
class Liftable
{
public:
    virtual ~Liftable() = default;
    virtual bool isLimited() const = 0;
    virtual void lift() = 0;
    virtual void end() = 0;
    bool isKept = false;
    /// Called when it goes. QWebSocket takes every connection from QObject::destroyed() away.
    std::function<void()> gone = {};
};

/// A socket that counts what arrives until something is written.
template<typename Socket>
class LimitedSocket : public Socket, public Liftable
{
public:
    /// `bodyLimit` and `tunnels` are borrowed and must outlive the socket.
    LimitedSocket(const ConnectionLimits &limits, const BodyLimit &bodyLimit,
                  const Listener::Tunnels &tunnels, std::shared_ptr<SharedRoom> bodies,
                  QObject *parent)
        : Socket(parent)
        , m_limits(limits)
        , m_usualLimit(limits.unanswered)
        , m_bodyLimit(bodyLimit)
        , m_tunnels(tunnels)
        , m_bodies(std::move(bodies))
    {
        m_silence.setSingleShot(true);
        m_silence.setInterval(limits.silenceMs);
        QObject::connect(&m_silence, &QTimer::timeout, this, [this] { endSilence(); });
        QObject::connect(this, &Socket::bytesWritten, &m_silence, qOverload<>(&QTimer::start));
        m_silence.start();
        m_headTime.setSingleShot(true);
        m_headTime.setInterval(limits.headMs);
        QObject::connect(&m_headTime, &QTimer::timeout, this, [this] { this->abort(); });
        m_bodyTime.setSingleShot(true);
        QObject::connect(&m_bodyTime, &QTimer::timeout, this, [this] { this->abort(); });
        // So that a body left unread breaks the limit too.
        this->setReadBufferSize(limits.unanswered + 1);
        // The first to be told, so it counts before QHttpServer takes the bytes.
        m_counting = QObject::connect(this, &Socket::readyRead, this, [this] { count(); });
    }
    ~LimitedSocket() override
    {
        if (gone)
            gone();
    }
    Q_DISABLE_COPY_MOVE(LimitedSocket)

    bool isLimited() const override { return m_isLimited; }

    /// Nobody is told of what comes yet: QHttpServer would read what is closed.
    void end() override
    {
        m_isEnding = true;
        QObject::disconnect(this, &QIODevice::readyRead, nullptr, nullptr);
        this->readAll();
    }

    void lift() override
    {
        m_isLimited = false;
        m_silence.stop();
        m_headTime.stop();
        endBody();
        QObject::disconnect(this, &Socket::bytesWritten, &m_silence, nullptr);
        QObject::disconnect(m_counting);
        this->setReadBufferSize(0); // QWebSocket waits for a whole frame, and bounds its size
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        const QByteArrayView text(data, size);
        // It asks and asks, and does not read: QHttpServer would keep all answers.
        if (m_isLimited && !m_isEnding && text.startsWith("HTTP/1.1 ") && unread() > m_usualLimit)
            endSoon();
        if (m_isEnding)
            return size;
        m_unanswered = 0;
        // QHttpServer answers "Expect: 100-continue" by itself; the body comes yet.
        if (!text.startsWith("HTTP/1.1 100")) {
            m_head.reset();
            m_headTime.stop();
            endBody();
            allow(m_usualLimit);
        }
        return Socket::writeData(data, size);
    }

private:
    /// What the peer has been answered and has not taken.
    qint64 unread() const
    {
        if constexpr (std::is_same_v<Socket, QSslSocket>)
            return this->bytesToWrite() + this->encryptedBytesToWrite();
        else
            return this->bytesToWrite();
    }

    /// QHttpServer is in the middle of a question, and has turned to the next one before that.
    void endSoon()
    {
        end();
        QTimer::singleShot(EndsAfter, this, [this] { this->abort(); });
    }

    /// A watch of what does not change has nothing to say; who reads nothing is another matter.
    void endSilence()
    {
        if (isKept && unread() == 0)
            m_silence.start();
        else
            this->abort();
    }

    void count()
    {
        if (!this->isOpen())
            return;
        m_silence.start();
        if (m_isRefused)
            return discard();
        const auto fresh = std::max<qint64>(0, this->bytesAvailable() - m_left);
        m_unanswered += fresh;
        readAlong(fresh);
        QMetaObject::invokeMethod(this, [this] { judge(); }, Qt::QueuedConnection);
    }

    void allow(qint64 bytes)
    {
        if (std::exchange(m_limit, bytes) != bytes)
            this->setReadBufferSize(m_isLimited ? bytes + 1 : 0);
    }

    /// Some may send more than others, and who may not hears so before sending it. A head that
    /// comes byte by byte has its time, however often a byte comes.
    void readAlong(qint64 fresh)
    {
        if (m_head.isDone() || fresh <= 0)
            return;
        const auto waiting = this->peek(this->bytesAvailable());
        auto head = m_head.add(waiting.last(std::min<qint64>(fresh, waiting.size())));
        if (head)
            head->from = this->peerAddress();
        if (!m_head.isDone()) {
            if (!m_headTime.isActive())
                m_headTime.start();
            return;
        }
        m_headTime.stop();
        if (m_head.isTooLong())
            refuse("431 Request Header Fields Too Large", "The request's head is too long.");
        else if (head)
            judgeHead(*head);
        else
            refuse("400 Bad Request", "That is no request of HTTP.");
        m_isFirst = false;
    }

    void judgeHead(const RequestHead &head)
    {
        switch (problemOf(head)) {
        case HeadProblem::None: break;
        case HeadProblem::Ambiguous:
            return refuse("400 Bad Request", "The body's length is not clear.");
        case HeadProblem::TooMany:
            return refuse("431 Request Header Fields Too Large", "The head has too many lines.");
        }
        if (m_isFirst && head.headers.contains(QHttpHeaders::WellKnownHeader::Upgrade)
            && leave(head))
            return;
        if (hasTooLongField(head))
            return refuse("431 Request Header Fields Too Large",
                          "A field is too long for a WebSocket.");
        const auto most = m_bodyLimit ? m_bodyLimit(head) : std::nullopt;
        if (most && head.contentLength > *most)
            refuseBody(*most);
        else if (most)
            allowBody(head, *most);
    }

    /// Memory, and time: a body that comes byte by byte has its end, too.
    void allowBody(const RequestHead &head, qint64 most)
    {
        const bool isChunked =
            head.headers.contains(QHttpHeaders::WellKnownHeader::TransferEncoding);
        const auto bytes = isChunked ? most : head.contentLength;
        if (bytes + HeadReader::Longest <= m_usualLimit)
            return allow(m_usualLimit);
        m_place =
            m_bodies->take(head.from.toString(), bytes, m_limits.bodiesOfPeer, m_limits.bodies);
        if (!m_place)
            return refuse("503 Service Unavailable",
                          "Too many large bodies are on their way: try again.");
        m_bodyTime.start(std::chrono::milliseconds(m_limits.bodyMs)
                         + std::chrono::seconds(bytes / m_limits.bodyPace));
        allow(bytes + HeadReader::Longest);
    }

    void endBody()
    {
        m_place.reset();
        m_bodyTime.stop();
    }

    /// Away from HTTP. QHttpServer, which may know the beginning, hears of nothing more.
    bool leave(const RequestHead &head)
    {
        auto *endpoint = m_tunnels && !m_head.isFollowed() && head.contentLength == 0
            ? m_tunnels(head)
            : nullptr;
        if (endpoint == nullptr)
            return false;
        QObject::disconnect(this, &QIODevice::readyRead, nullptr, nullptr);
        this->readAll();
        lift();
        endpoint->take(*this, head);
        return true;
    }

    void refuseBody(qint64 most)
    {
        refuse("413 Content Too Large",
               "The body may have " + QByteArray::number(most) + " bytes.");
    }

    void refuse(const QByteArray &status, const QByteArray &sentence)
    {
        const QByteArray body = "{\"error\":\"" + sentence + "\"}\n";
        m_isRefused = true;
        this->write("HTTP/1.1 " + status
                    + "\r\nContent-Type: application/json\r\n"
                      "Cache-Control: no-store\r\nConnection: close\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        discard();
    }

    /// Closing while it still sends would take the answer from it.
    void discard()
    {
        m_discarded += this->readAll().size();
        if (m_discarded > MostDiscarded)
            this->abort();
        else if (!std::exchange(m_isClosing, true))
            QTimer::singleShot(ClosesAfter, this, [this] { this->disconnectFromHost(); });
    }

    /// After everybody was told of the bytes and took what they wanted.
    void judge()
    {
        m_left = this->bytesAvailable();
        if (!m_isLimited || m_isRefused || m_unanswered <= m_limit)
            return;
        // In chunks, or in requests one after the other: nobody knew that it would be so much.
        if (m_head.isDone())
            refuseBody(m_limit);
        else
            this->abort();
    }

    const ConnectionLimits m_limits;
    const qint64 m_usualLimit;
    const BodyLimit &m_bodyLimit;
    const Listener::Tunnels &m_tunnels;
    const std::shared_ptr<SharedRoom> m_bodies;
    SharedRoom::Place m_place; ///< of a larger body
    HeadReader m_head;
    qint64 m_limit = m_usualLimit;
    qint64 m_unanswered = 0;
    qint64 m_left = 0; ///< received, counted, and not yet read
    QTimer m_silence;
    QTimer m_headTime;
    QTimer m_bodyTime;
    QMetaObject::Connection m_counting;
    bool m_isLimited = true;
    bool m_isFirst = true; ///< no request came before
    bool m_isRefused = false;
    bool m_isEnding = false;
    bool m_isClosing = false;
    qint64 m_discarded = 0;
};

/// A connection is an open file, and so is what the relay stores and logs with.
int mostByFiles()
{
    constexpr rlim_t Others = 64;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::numeric_limits<int>::max();
    const auto left = limit.rlim_cur > 2 * Others ? limit.rlim_cur - Others : limit.rlim_cur / 2;
    return int(std::min(left, rlim_t(std::numeric_limits<int>::max())));
}

} // namespace

Listener::Listener(ConnectionLimits limits, QObject *parent)
    : QTcpServer(parent)
    , m_limits(limits)
    , m_bodies(std::make_shared<SharedRoom>())
{
    setListenBacklogSize(SOMAXCONN); // with Qt's 50 a crowd that comes at once waits for a second
    // Without a file left Qt stops accepting for good, or tries again and again without a rest.
    connect(this, &QTcpServer::acceptError, this, [this] {
        makeRoom();
        QTimer::singleShot(AcceptsAgainAfter, this, &QTcpServer::resumeAccepting);
    });
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (m_open >= std::min(m_limits.connections, mostByFiles()) && !makeRoom()) {
        ::close(int(descriptor));
        return;
    }
    if (!m_tls) {
        auto *socket =
            new LimitedSocket<QTcpSocket>(m_limits, m_bodyLimit, m_tunnels, m_bodies, this);
        if (take(*socket, descriptor))
            addPendingConnection(socket);
        return;
    }
    auto *socket = new LimitedSocket<QSslSocket>(m_limits, m_bodyLimit, m_tunnels, m_bodies, this);
    if (take(*socket, descriptor))
        shakeHands(*socket);
}

/// Ends the oldest connection that has not become a WebSocket.
bool Listener::makeRoom()
{
    while (!m_newcomers.empty()) {
        const auto oldest = m_newcomers.front();
        m_newcomers.pop_front();
        auto *limited = dynamic_cast<Liftable *>(oldest.data());
        if (limited == nullptr || !limited->isLimited() || limited->isKept)
            continue;
        limited->end();
        oldest->abort(); // its file is free from now on
        return true;
    }
    return false;
}

bool Listener::take(QTcpSocket &socket, qintptr descriptor)
{
    if (!socket.setSocketDescriptor(descriptor)) {
        delete &socket;
        return false;
    }
    ++m_open;
    m_newcomers.emplace_back(&socket);
    if (m_newcomers.size() > 2 * size_t(m_limits.connections)) // most of them have gone
        std::erase_if(m_newcomers, [](const auto &newcomer) { return newcomer.isNull(); });
    const Ends ends{.peer = socket.peerAddress(),
                    .peerPort = socket.peerPort(),
                    .local = socket.localAddress()};
    m_sockets.insert(ends, &socket);
    const QPointer<Listener> listener(this); // which may be on its way out, too
    dynamic_cast<Liftable &>(socket).gone = [listener, ends] {
        if (!listener)
            return;
        --listener->m_open;
        if (listener->m_sockets.value(ends).isNull())
            listener->m_sockets.remove(ends);
    };
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return true;
}

/// The HTTP server hears of the connection when it is encrypted. Until then it is the listener's,
/// and counts as open.
void Listener::shakeHands(QSslSocket &socket)
{
    auto *wait = new QTimer(&socket);
    wait->setSingleShot(true);
    connect(wait, &QTimer::timeout, &socket, [&socket] { socket.abort(); });
    wait->start(m_limits.handshakeMs);
    connect(&socket, &QSslSocket::disconnected, wait, [&socket] { socket.deleteLater(); });
    connect(&socket, &QSslSocket::errorOccurred, wait, [&socket] { socket.abort(); });
    connect(&socket, &QSslSocket::encrypted, wait, [this, wait, &socket] {
        delete wait; // and with it all that ends a connection before it is encrypted
        addPendingConnection(&socket);
    });
    socket.setSslConfiguration(*m_tls);
    socket.startServerEncryption();
}

void Listener::liftLimits(const Ends &ends)
{
    if (auto *socket = dynamic_cast<Liftable *>(m_sockets.value(ends).data()))
        socket->lift();
}

void Listener::keep(QTcpSocket &socket)
{
    if (auto *limited = dynamic_cast<Liftable *>(&socket))
        limited->isKept = true;
    socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1); // tells who went without a word
}

void Listener::closeSoon(const Ends &ends)
{
    if (const auto socket = m_sockets.value(ends))
        QMetaObject::invokeMethod(
            socket, [socket] { socket->disconnectFromHost(); }, Qt::QueuedConnection);
}

} // namespace relay
