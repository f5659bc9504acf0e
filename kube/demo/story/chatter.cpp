// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/story/chatter.h"

#include "kube/demo/apierror.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace demo {

static const QList<QByteArray> javaTrace{
    "java.lang.IllegalStateException: connection pool exhausted after 30000 ms",
    "\tat com.example.pool.ConnectionPool.borrow(ConnectionPool.java:118)",
    "\tat com.example.orders.OrderRepository.find(OrderRepository.java:64)",
    "\tat com.example.orders.OrderService.load(OrderService.java:41)",
    "\tat java.base/java.lang.Thread.run(Thread.java:1583)",
    "Caused by: java.net.SocketTimeoutException: Read timed out",
    "\t... 4 more"};

static QByteArray stamp(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s).toLatin1();
}

Voice::Voice(QString container, unsigned seed)
    : m_container(std::move(container))
    , m_dice(seed)
{
    static const QHash<QString, Style> known{
        {u"storefront"_s, Style::Access},  {u"ingress-nginx"_s, Style::Access},
        {u"orders-db"_s, Style::Database}, {u"ledger-db"_s, Style::Database},
        {u"ingest"_s, Style::Colour},      {u"tracking"_s, Style::Colour},
        {u"checkout"_s, Style::Plain},     {u"routing"_s, Style::Plain},
        {u"coredns"_s, Style::Plain},      {u"prometheus"_s, Style::Plain}};
    m_style = known.value(m_container, Style::Json);
}

QByteArray Voice::greeting() const
{
    return "starting " + m_container.toUtf8() + ", pid 1";
}

QList<QByteArray> Voice::farewell() const
{
    return {"all 1284 records written", "done, exit code 0"};
}

QList<QByteArray> Voice::lastWords() const
{
    return {"level=error msg=\"cannot load rules\" file=/etc/fraud/rules.yaml",
            "panic: runtime error: invalid memory address or nil pointer dereference",
            "[signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x6f2a41]",
            "",
            "goroutine 1 [running]:",
            "example.com/fraud/rules.(*Engine).Load(0x0, {0xc0000140a0, 0x15})",
            "\t/src/rules/engine.go:87 +0x41",
            "main.main()",
            "\t/src/main.go:34 +0x1c5"};
}

std::optional<std::pair<QDateTime, QByteArray>> Voice::next(const QDateTime &now)
{
    if (!m_due.isValid())
        m_due = now.addMSecs(roll(2500));
    if (m_due > now)
        return {};
    const auto time = m_due;
    if (!m_pending.isEmpty())
        return std::pair(time, m_pending.takeFirst());
    const auto text = line(time);
    if (m_pending.isEmpty()) // quick bursts between quiet spells
        m_due = time.addMSecs(roll(4) == 0 ? 3000 + roll(9000) : 150 + roll(2500));
    return std::pair(time, text);
}

QByteArray Voice::event()
{
    static const QList<QByteArray> events{"request handled",        "cache refreshed",
                                          "order accepted",         "message published",
                                          "session renewed",        "batch flushed",
                                          "health check passed",    "payment authorised",
                                          "configuration reloaded", "prüfe Bestellung №42 → ok"};
    return events[roll(int(events.size()))];
}

QByteArray Voice::line(const QDateTime &time)
{
    ++m_count;
    const auto dice = roll(100);
    const auto level = dice < 3 ? 3 : dice < 11 ? 2 : dice < 80 ? 1 : 0;
    static const QList<QByteArray> levels{"DEBUG", "INFO", "WARN", "ERROR"};
    const auto ms = QByteArray::number(3 + roll(level >= 2 ? 4000 : 180));
    const auto text = level == 3 ? QByteArray("upstream timed out")
        : level == 2             ? QByteArray("slow answer, trying again")
                                 : event();
    const auto number = QByteArray::number(10'000 + roll(80'000));
    switch (m_style) {
    case Style::Json:
        return toJson({{u"ts"_s, QString::fromLatin1(stamp(time))},
                       {u"level"_s, QString::fromLatin1(levels[level].toLower())},
                       {u"msg"_s, QString::fromUtf8(text)},
                       {u"orderId"_s, number.toInt()},
                       {u"durationMs"_s, ms.toInt()},
                       {u"seq"_s, qint64(m_count)}});
    case Style::Plain:
        if (level == 3)
            m_pending = javaTrace;
        return stamp(time) + ' ' + levels[level].leftJustified(5) + " [worker-"
            + QByteArray::number(1 + roll(4)) + "] " + text + " id=" + number + " took=" + ms
            + "ms";
    case Style::Colour: {
        static const QList<QByteArray> colours{"90", "32", "33", "1;31"};
        return "\x1b[2m" + stamp(time) + "\x1b[0m \x1b[" + colours[level] + 'm' + levels[level]
            + "\x1b[0m " + text + " \x1b[36mid\x1b[0m=" + number + " \x1b[36mms\x1b[0m=" + ms;
    }
    case Style::Access: {
        static const QList<QByteArray> paths{"/",         "/cart",          "/api/products?page=2",
                                             "/checkout", "/assets/app.js", "/healthz"};
        const QByteArray code = level == 3 ? "502" : level == 2 ? "404" : "200";
        return "10.244.1." + QByteArray::number(2 + roll(250)) + " - - ["
            + time.toUTC().toString(u"dd/MMM/yyyy:HH:mm:ss +0000"_s).toLatin1() + "] \"GET "
            + paths[roll(int(paths.size()))] + " HTTP/1.1\" " + code + ' ' + number
            + " \"-\" \"Mozilla/5.0\" 0." + ms.rightJustified(3, '0');
    }
    case Style::Database: {
        QByteArray message = "LOG:  duration: " + ms
            + ".118 ms  statement: SELECT * FROM orders WHERE id = " + number;
        if (level == 3)
            message = "ERROR:  deadlock detected";
        else if (level == 2)
            message = "LOG:  checkpoints are occurring too frequently (9 seconds apart)";
        return stamp(time) + " [" + QByteArray::number(30 + roll(40)) + "] " + message;
    }
    }
    return {};
}

} // namespace demo
