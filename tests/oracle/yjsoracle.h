// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collab/lib0/any.h"
#include "oracle/awarenesscalls.h"

#include <QByteArrayView>

#include <memory>

namespace oracle {

/// Documents as the line protocol of `krateyard-oracle yjs` has them: each request names one, and
/// is answered by the product's own code. docs/testing.md lists requests and answers.
///
/// Never fails: what cannot be done is answered with `ok: false` and an `error`, a command that is
/// not known with `unsupported: true`. On one thread.
class YjsOracle
{
public:
    YjsOracle();
    ~YjsOracle();
    Q_DISABLE_COPY_MOVE(YjsOracle)

    lib0::Any answer(const lib0::Any &request);
    /// The same as lines of JSON.
    QByteArray answerLine(QByteArrayView line);

private:
    class Documents;
    std::unique_ptr<Documents> m_documents;
    AwarenessCalls m_awareness;
};

/// The commands that need no document; undefined when it is none of them.
lib0::Any updateToolAnswer(const QString &command, const lib0::Any &request);
lib0::Any lib0Answer(const QString &command, const lib0::Any &request);

lib0::Any failure(const QString &why);
inline lib0::Any failure(const std::string &why)
{
    return failure(QString::fromStdString(why));
}

} // namespace oracle
