// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/portforward/forwardports.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {
namespace {

std::unexpected<Error> refuse(const QString &message)
{
    return std::unexpected(Error{.kind = Error::Kind::Invalid, .message = message});
}

/// A port as Go's strconv.ParseUint reads it: digits only.
std::optional<quint16> portIn(QStringView text)
{
    const bool digits = !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool isPort = false;
    const auto port = text.toUShort(&isPort);
    return digits && isPort ? std::optional(port) : std::nullopt;
}

} // namespace

Result<std::vector<ForwardPorts>> parseForwardPorts(const QStringList &texts)
{
    if (texts.isEmpty())
        return refuse(u"Name at least one port."_s);
    std::vector<ForwardPorts> result;
    for (const auto &text : texts) {
        const auto parts = QStringView(text).split(u':');
        if (parts.size() > 2)
            return refuse(u"\"%1\" is not of the form local:remote."_s.arg(text));
        const auto &localText = parts.front();
        const auto local = parts.size() == 2 && localText.isEmpty() ? std::optional<quint16>(0)
                                                                    : portIn(localText);
        const auto remote = portIn(parts.back());
        if (!local || !remote)
            return refuse(u"\"%1\" names no port: ports are numbers from 1 to 65535."_s.arg(text));
        if (*remote == 0)
            return refuse(u"The port to reach cannot be 0."_s);
        result.push_back({*local, *remote});
    }
    return result;
}

Result<std::vector<ForwardAddress>> parseForwardAddresses(const QStringList &texts)
{
    std::vector<ForwardAddress> result;
    const auto add = [&result](const QHostAddress &address, ForwardAddress::Failure failure) {
        const auto known = std::ranges::find(result, address, &ForwardAddress::address);
        if (known == result.end())
            result.push_back({address, failure});
        else if (failure == ForwardAddress::Failure::OfAny)
            known->failure = failure;
    };
    for (const auto &text : texts) {
        if (text == "localhost"_L1) {
            add(QHostAddress(QHostAddress::LocalHost), ForwardAddress::Failure::OfAll);
            add(QHostAddress(QHostAddress::LocalHostIPv6), ForwardAddress::Failure::OfAll);
            continue;
        }
        const QHostAddress address(text);
        if (address.isNull())
            return refuse(u"\"%1\" is no address to listen on."_s.arg(text));
        add(address, ForwardAddress::Failure::OfAny);
    }
    return result;
}

} // namespace kube
