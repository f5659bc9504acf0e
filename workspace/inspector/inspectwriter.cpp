// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectwriter.h"

#include "workspace/collection/sortkey.h"

using namespace Qt::StringLiterals;

namespace workspace {

InspectWriter::InspectWriter(const InspectFacts &known)
    : facts(known)
    , object(known.object)
    , meta(known.object["metadata"_L1].toObject())
    , spec(known.object["spec"_L1].toObject())
    , status(known.object["status"_L1].toObject())
    , kind(known.object["kind"_L1].toString())
    , nameSpace(known.object["metadata"_L1]["namespace"_L1].toString())
    , podSpec(podSpecOf(known.object))
{
}

void InspectWriter::card(const QString &heading, const QString &note)
{
    result.cards.push_back({.heading = heading, .note = note});
}

void InspectWriter::dropEmptyCard()
{
    if (!result.cards.empty() && result.cards.back().items.empty())
        result.cards.pop_back();
}

InspectItem &InspectWriter::item(InspectItem::Kind itemKind)
{
    auto &made = result.cards.back().items.emplace_back();
    made.kind = itemKind;
    return made;
}

void InspectWriter::field(const QString &label, const QString &text, TextTone tone)
{
    if (text.isEmpty())
        return;
    auto &made = item();
    made.label = label;
    made.text = text;
    made.tone = tone;
}

void InspectWriter::value(const QString &label, const QString &text, TextTone tone)
{
    if (text.isEmpty())
        return;
    field(label, text, tone);
    auto &made = result.cards.back().items.back();
    made.mono = true;
    made.action = {.kind = InspectAction::Kind::Copy, .text = text};
}

void InspectWriter::link(const QString &label, const QString &text, const ObjectId &to)
{
    if (text.isEmpty())
        return;
    field(label, text, TextTone::Link);
    result.cards.back().items.back().action = {.kind = InspectAction::Kind::Open, .object = to};
}

void InspectWriter::risk(const QString &label, const QString &text)
{
    field(label, text, TextTone::Warn);
    result.cards.back().items.back().risky = true;
}

void InspectWriter::text(const QString &text, TextTone tone)
{
    if (text.isEmpty())
        return;
    auto &made = item(InspectItem::Kind::Text);
    made.text = text;
    made.tone = tone;
}

void InspectWriter::heading(const QString &text, const QString &source,
                            std::optional<kube::Health> health)
{
    auto &made = item(InspectItem::Kind::Heading);
    made.text = text;
    made.source = source;
    made.health = health;
}

void InspectWriter::bar(const QString &label, const QString &text, double share, TextTone tone)
{
    auto &made = item(InspectItem::Kind::Bar);
    made.label = label;
    made.text = text;
    made.share = qBound(0.0, share, 1.0);
    made.tone = tone;
}

void InspectWriter::chips(const QString &label, const QJsonObject &map)
{
    if (map.isEmpty())
        return;
    auto &made = item(InspectItem::Kind::Chips);
    made.label = label;
    for (auto entry = map.begin(); entry != map.end(); ++entry)
        made.chips.push_back({entry.key(), inLine(*entry)});
}

void InspectWriter::described(const Description &description)
{
    for (const auto &told : description.sections.back().fields) {
        for (const auto &one : told.values) {
            if (one.link.kind.isEmpty())
                field(told.label, one.text, one.tone);
            else
                link(told.label, one.text, one.link);
        }
    }
}

QString InspectWriter::age(const QString &time) const
{
    const auto then = QDateTime::fromString(time, Qt::ISODateWithMs);
    return then.isValid() ? ageText(then.secsTo(facts.now)) : QString();
}

ObjectId InspectWriter::idOf(const QString &apiVersion, const QString &ofKind, const QString &name,
                             bool namespaced) const
{
    return {apiVersion, ofKind, namespaced ? nameSpace : QString(), name};
}

} // namespace workspace
