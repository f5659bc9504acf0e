// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QHttpHeaders>
#include <QUrl>

#include <functional>
#include <optional>
#include <utility>

class QHttpServerRequest;

namespace relay {

/// What is known of a request before its body comes.
struct RequestHead
{
    QByteArray method = {};
    QUrl url = {}; ///< path and query
    QHttpHeaders headers = {};
    qint64 contentLength = 0; ///< 0 without the header
    QHostAddress from = {}; ///< whose connection it is
};

/// The same of a request that QHttpServer has read.
RequestHead headOf(const QHttpServerRequest &request);

/// As it was sent; "OTHER" for what nothing here answers.
QByteArray methodOf(const QHttpServerRequest &request);

/// What is wrong with the head itself, whatever is asked: more than one length of the body, or one
/// beside chunks, which a proxy before us might understand otherwise (RFC 9112, 6.1 and 6.3), or
/// more than `MostFields` lines, which QHttpServer would end the connection for without a word.
enum class HeadProblem { None, Ambiguous, TooMany };
HeadProblem problemOf(const RequestHead &head);
constexpr qsizetype MostFields = 100;

/// Whether it asks for a WebSocket with a line of more than `LongestUpgradeField` bytes, which Qt
/// would end the connection for without a word.
bool hasTooLongField(const RequestHead &head);
constexpr qsizetype LongestUpgradeField = 8 * 1024 - 2; ///< QWebSocket's, with its end of line

/// How many bytes the body of such a request may have; nothing: as the connection's limit has it.
using BodyLimit = std::function<std::optional<qint64>(const RequestHead &head)>;

/// Reads a request along until its head is complete. Judges nothing: who answers reads it anew.
class HeadReader
{
public:
    static constexpr qsizetype Longest = 32 * 1024; ///< a longer one is not read

    /// The head when `bytes` complete it. Done without one: it is too long, or no HTTP.
    std::optional<RequestHead> add(QByteArrayView bytes);
    /// Another request follows.
    void reset()
    {
        m_bytes.clear();
        m_isDone = false;
        m_isTooLong = false;
    }
    bool isDone() const { return m_isDone; }
    bool isTooLong() const { return m_isTooLong; }
    /// Whether more came with the bytes that completed it.
    bool isFollowed() const { return m_isFollowed; }

private:
    QByteArray m_bytes;
    bool m_isDone = false;
    bool m_isTooLong = false;
    bool m_isFollowed = false;
};

} // namespace relay
