// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/api/apirequest.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

std::expected<QJsonObject, ApiAnswer> ApiRequest::json() const
{
    if (body.isEmpty())
        return QJsonObject();
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(body, &error);
    if (!document.isObject())
        return std::unexpected(ApiAnswer::failure(ApiAnswer::Status::BadRequest,
                                                  u"The body must be an object of JSON."_s));
    return document.object();
}

std::optional<QString> labelOf(const QJsonValue &value)
{
    static constexpr qsizetype Longest = 100;
    if (!value.isString())
        return std::nullopt;
    const auto text = value.toString().trimmed();
    const auto isOdd = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (text.size() > Longest || !text.isValidUtf16() || std::ranges::any_of(text, isOdd))
        return std::nullopt;
    return text;
}

} // namespace relay
