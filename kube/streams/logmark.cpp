// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/streams/logmark.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace kube {

using Kind = LogMark::Kind;

static constexpr qsizetype LongestText = 253;
static constexpr qsizetype LongestMark = 4096;
static constexpr std::array<std::pair<Kind, QLatin1StringView>, 6> Names = {{
    {Kind::PodAdded, "added"_L1},
    {Kind::PodRemoved, "removed"_L1},
    {Kind::Restarted, "restarted"_L1},
    {Kind::Ready, "ready"_L1},
    {Kind::NotReady, "notReady"_L1},
    {Kind::Gap, "gap"_L1},
}};

static std::optional<Kind> kindOf(const QString &text)
{
    for (const auto &[kind, name] : Names) {
        if (text == name)
            return kind;
    }
    return {};
}

QByteArray bytesOf(const LogMark &mark)
{
    QJsonObject object;
    for (const auto &[kind, name] : Names) {
        if (kind == mark.kind)
            object.insert("mark"_L1, QString(name));
    }
    // As text: a double does not hold nanoseconds.
    for (const auto &[key, time] : {std::pair("from"_L1, mark.from), {"to"_L1, mark.to}}) {
        if (time != logstore::NoTime)
            object.insert(key, QString::number(time));
    }
    for (const auto &[key, text] : {std::pair("pod"_L1, mark.pod),
                                    {"container"_L1, mark.container},
                                    {"detail"_L1, mark.detail}}) {
        if (!text.isEmpty())
            object.insert(key, text.left(LongestText));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<LogMark> logMarkOf(QByteArrayView bytes)
{
    if (bytes.size() > LongestMark)
        return {};
    const auto object =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object();
    const auto kind = kindOf(object.value("mark"_L1).toString());
    if (!kind)
        return {};
    const auto time = [&object](QLatin1StringView key) {
        bool isNumber = false;
        const auto number = object.value(key).toString().toLongLong(&isNumber);
        return isNumber ? number : logstore::NoTime;
    };
    const auto text = [&object](QLatin1StringView key) {
        return object.value(key).toString().left(LongestText);
    };
    return LogMark{.kind = *kind,
                   .from = time("from"_L1),
                   .to = time("to"_L1),
                   .pod = text("pod"_L1),
                   .container = text("container"_L1),
                   .detail = text("detail"_L1)};
}

} // namespace kube
