// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/gateway/http/pathpart.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gateway {

std::optional<QString> decodedPathPart(const QString &part)
{
    const auto text = QUrl::fromPercentEncoding(part.toUtf8());
    const bool isName = !text.isEmpty() && text != "."_L1 && text != ".."_L1
        && std::ranges::none_of(text, [](QChar c) {
               return c == u'/' || c < u' ' || c == u'\x7f' || c == QChar::ReplacementCharacter;
           });
    return isName ? std::optional(text) : std::nullopt;
}

} // namespace gateway
