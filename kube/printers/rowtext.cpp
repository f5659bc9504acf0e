// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/printers/rowtext.h"

#include "kube/apimachinery/humanduration.h"

#include <QStringList>

#include <chrono>

using namespace Qt::StringLiterals;

namespace kube {

QDateTime timeFrom(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QString ageText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return u"<unknown>"_s;
    return humanDuration(std::chrono::milliseconds(time.msecsTo(now)));
}

QString ageOf(const QJsonObject &object, const QDateTime &now)
{
    return ageText(timeFrom(object["metadata"_L1]["creationTimestamp"_L1]), now);
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"<none>"_s : text;
}

QString orUnknown(const QString &text)
{
    return text.isEmpty() ? u"<unknown>"_s : text;
}

QString labelsText(const QJsonObject &labels)
{
    QStringList texts;
    for (const auto &key : labels.keys())
        texts.append(key + u'=' + labels[key].toString());
    return orNone(texts.join(u','));
}

} // namespace kube
