// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/sharing/sharedyards.h"

#include "workspace/session/session.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto Section = u"sharing"_s;
static const auto Me = u"me"_s;

SharedYards::SharedYards(Session &session)
    : m_session(session)
{
}

std::optional<SharedYards::Entry> SharedYards::of(const QString &yardId) const
{
    const auto kept = m_session.section(Section).value(yardId).toObject();
    const auto address = ShareAddress::parse(kept.value("relay"_L1).toString(),
                                             kept.value("yard"_L1).toString(), {});
    if (kept.isEmpty() || !address)
        return std::nullopt;
    return Entry{.address = *address,
                 .known = {.wasSynced = kept.value("synced"_L1).toBool(),
                           .isViewer = kept.value("viewer"_L1).toBool()}};
}

void SharedYards::set(const QString &yardId, const Entry &entry)
{
    QJsonObject kept{{u"relay"_s, entry.address.relay.toString(QUrl::FullyEncoded)},
                     {u"yard"_s, entry.address.yard},
                     {u"synced"_s, entry.known.wasSynced},
                     {u"viewer"_s, entry.known.isViewer}};
    auto section = m_session.section(Section);
    if (section.value(yardId).toObject() == kept)
        return;
    section[yardId] = kept;
    m_session.setSection(Section, section);
}

void SharedYards::remove(const QString &yardId)
{
    auto section = m_session.section(Section);
    section.remove(yardId);
    m_session.setSection(Section, section);
}

QStringList SharedYards::yards() const
{
    return m_session.section(Section).keys();
}

QString SharedYards::yardAt(const ShareAddress &address) const
{
    for (const auto &id : yards()) {
        const auto entry = of(id);
        if (entry && entry->address.relay == address.relay && entry->address.yard == address.yard)
            return id;
    }
    return {};
}

OwnProfile OwnProfile::load(Session &session)
{
    const auto kept = session.section(Me);
    OwnProfile own{.userId = kept.value("id"_L1).toString().left(Presence::LongestId),
                   .name = Presence::cleanName(kept.value("name"_L1).toString())};
    const bool isNew = own.userId.isEmpty();
    if (isNew)
        own.userId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (own.name.isEmpty()) {
        const auto system = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
        own.name = Presence::cleanName(system);
    }
    if (own.name.isEmpty())
        own.name = u"?"_s;
    bool isColor = false;
    own.color = kept.value("color"_L1).toString().mid(1).toUInt(&isColor, 16) & 0xffffffU;
    if (!isColor)
        own.color = Presence::colorFor(own.name + own.userId);
    if (isNew)
        own.save(session);
    return own;
}

void OwnProfile::save(Session &session) const
{
    session.setSection(Me,
                       {{u"id"_s, userId},
                        {u"name"_s, name},
                        {u"color"_s, u"#%1"_s.arg(color, 6, 16, QLatin1Char('0'))}});
}

} // namespace workspace
