// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/health/lastlogline.h"

#include "kube/api/apiclient.h"
#include "kube/streams/logstream.h"

#include <QPromise>
#include <QRegularExpression>

#include <ranges>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

constexpr qint64 MostBytes = 64 * 1024;
constexpr qsizetype LongestLine = 400;

using Promise = std::shared_ptr<QPromise<Result<QString>>>; // of the call that is under way

void ask(ApiClient &client, const ContainerRef &of, bool previous, const Promise &promise)
{
    const LogOptions options{.container = of.container,
                             .follow = false,
                             .previous = previous,
                             .tailLines = 1,
                             .limitBytes = MostBytes / 2};
    const ObjectRef pod{{{}, u"v1"_s, u"pods"_s}, of.nameSpace, of.pod};
    const ApiRequest request{.path = pathOf(pod, u"log"),
                             .query = paramsOf(options).toQuery(),
                             .accept = "*/*",
                             .bodyLimit = MostBytes};
    client.send(request).then(&client,
                              [&client, of, previous, promise](const Result<ApiAnswer> &answer) {
                                  if (!answer && previous && answer.error().code == 400)
                                      return ask(client, of, false, promise);
                                  if (answer)
                                      promise->addResult(lastLineOf(answer->body));
                                  else
                                      promise->addResult(std::unexpected(answer.error()));
                                  promise->finish();
                              });
}

} // namespace

QString lastLineOf(const QByteArray &log)
{
    // Escape sequences: ECMA-48 5.4 (CSI) and OSC.
    static const QRegularExpression escapes(
        u"\\x1b(\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)|[@-Z\\\\^_])"_s);
    auto text = QString::fromUtf8(log);
    text.remove(escapes);
    const auto lines = QStringView(text).split(u'\n');
    for (const auto line : std::views::reverse(lines)) {
        QString clean;
        for (const auto character : line.trimmed().left(LongestLine))
            clean += character.isPrint() || character.isSurrogate() ? character : QChar(u' ');
        if (!clean.trimmed().isEmpty())
            return clean.trimmed();
    }
    return {};
}

QFuture<Result<QString>> lastLogLine(ApiClient &client, const ContainerRef &container)
{
    const auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    ask(client, container, true, promise);
    return promise->future();
}

} // namespace kube
