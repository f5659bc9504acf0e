// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/demo/tablecells.h"

#include "kube/printers/rowtext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace demo::table {

QJsonValue nameOf(const QJsonObject &object)
{
    return object["metadata"_L1]["name"_L1];
}

QString age(const QJsonObject &object)
{
    return ageOf(object["metadata"_L1]["creationTimestamp"_L1]);
}

TableColumns::Column wide(const QString &name)
{
    return {.name = name, .priority = 1};
}

TableColumns::Column number(const QString &name)
{
    return {.name = name, .type = u"integer"_s};
}

QString selectorText(const QJsonValue &selector)
{
    QStringList parts;
    const auto labels = selector["matchLabels"_L1].toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        parts.append(label.key() + u'=' + label.value().toString());
    for (const auto &expression : selector["matchExpressions"_L1].toArray())
        parts.append(expression["key"_L1].toString() + u' '
                     + expression["operator"_L1].toString().toLower());
    return kube::orNone(parts.join(u','));
}

QString member(const QJsonValue &list, QLatin1StringView key)
{
    QStringList parts;
    for (const auto &item : list.toArray())
        parts.append(item[key].toString());
    return parts.join(u',');
}

QJsonArray withContainers(QJsonArray cells, const QJsonObject &object)
{
    const auto containers = object["spec"_L1]["template"_L1]["spec"_L1]["containers"_L1];
    cells.append(member(containers, "name"_L1));
    cells.append(member(containers, "image"_L1));
    return cells;
}

QString share(int part, int whole)
{
    return u"%1/%2"_s.arg(part).arg(whole);
}

} // namespace demo::table
