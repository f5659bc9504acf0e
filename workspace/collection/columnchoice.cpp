// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/collection/columnchoice.h"

#include "kube/objectref.h"
#include "workspace/session/session.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace workspace {

static QString sectionName()
{
    return u"columns"_s;
}

static bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= ColumnChoice::MostText;
}

ColumnChoice ColumnChoice::fromJson(const QJsonObject &json)
{
    ColumnChoice choice;
    for (const auto &value : json["shown"_L1].toArray()) {
        const auto id = value.toString();
        if (isId(id) && !choice.shown.contains(id) && choice.shown.size() < MostColumns)
            choice.shown.append(id);
    }
    const auto widths = json["widths"_L1].toObject();
    for (auto width = widths.begin(); width != widths.end(); ++width) {
        const auto wide = width->toDouble();
        if (isId(width.key()) && wide >= LeastWidth && wide <= MostWidth
            && choice.widths.size() < MostColumns)
            choice.widths.insert(width.key(), wide);
    }
    const auto sortedBy = json["sort"_L1].toString();
    choice.sortedBy = isId(sortedBy) ? sortedBy : QString();
    choice.isDescending = json["descending"_L1].toBool();
    choice.isTree = json["tree"_L1].toBool();
    return choice;
}

QJsonObject ColumnChoice::toJson() const
{
    QJsonObject json;
    if (!shown.isEmpty())
        json["shown"_L1] = QJsonArray::fromStringList(shown);
    QJsonObject wide;
    for (auto width = widths.begin(); width != widths.end(); ++width)
        wide[width.key()] = *width;
    if (!wide.isEmpty())
        json["widths"_L1] = wide;
    if (!sortedBy.isEmpty())
        json["sort"_L1] = sortedBy;
    if (isDescending)
        json["descending"_L1] = true;
    if (isTree)
        json["tree"_L1] = true;
    return json;
}

QString ColumnMemory::keyOf(const kube::ApiResource &resource)
{
    return resource.group.isEmpty() ? resource.kind
                                    : QString(resource.kind + u'.' + resource.group);
}

ColumnChoice ColumnMemory::of(const QString &kind) const
{
    return ColumnChoice::fromJson(m_session.section(sectionName()).value(kind).toObject());
}

static double ageOf(const QJsonValue &choice)
{
    return choice["turn"_L1].toDouble();
}

void ColumnMemory::set(const QString &kind, const ColumnChoice &choice)
{
    if (choice == of(kind))
        return;
    auto all = m_session.section(sectionName());
    double last = 0;
    for (const auto &other : std::as_const(all))
        last = qMax(last, ageOf(other));
    all.remove(kind);
    while (all.size() >= MostKinds) {
        auto oldest = all.begin();
        for (auto it = all.begin(); it != all.end(); ++it)
            oldest = ageOf(*it) < ageOf(*oldest) ? it : oldest;
        all.erase(oldest);
    }
    auto json = choice.toJson();
    if (!json.isEmpty()) {
        json["turn"_L1] = last + 1;
        all[kind] = json;
    }
    m_session.setSection(sectionName(), all);
}

} // namespace workspace
