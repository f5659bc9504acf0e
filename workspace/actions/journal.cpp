// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/actions/journal.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr qint64 LongestLine = 64 * 1024;
constexpr auto OnlyMine = QFile::ReadOwner | QFile::WriteOwner;

constexpr std::array<std::pair<QLatin1StringView, QString JournalEntry::*>, 9> Texts{
    {{"context"_L1, &JournalEntry::context},
     {"action"_L1, &JournalEntry::action},
     {"object"_L1, &JournalEntry::object},
     {"namespace"_L1, &JournalEntry::nameSpace},
     {"apiVersion"_L1, &JournalEntry::apiVersion},
     {"kind"_L1, &JournalEntry::kind},
     {"name"_L1, &JournalEntry::name},
     {"kubectl"_L1, &JournalEntry::kubectl},
     {"problem"_L1, &JournalEntry::problem}}};

QByteArray lineOf(const JournalEntry &entry)
{
    QJsonObject json{{u"at"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)}};
    for (const auto &[key, member] : Texts) {
        if (!(entry.*member).isEmpty())
            json.insert(key, entry.*member);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<JournalEntry> entryFrom(const QByteArray &line)
{
    const auto json = QJsonDocument::fromJson(line).object();
    JournalEntry entry{
        .at = QDateTime::fromString(json.value("at"_L1).toString(), Qt::ISODateWithMs)};
    if (!entry.at.isValid())
        return std::nullopt;
    for (const auto &[key, member] : Texts)
        entry.*member = json.value(key).toString();
    return entry;
}

} // namespace

QString Journal::keepIn(const QString &path)
{
    m_path = path;
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return tr("The journal %1 cannot be read: %2.").arg(path, file.errorString());
    qsizetype lines = 0;
    while (!file.atEnd()) {
        const auto line = file.readLine(LongestLine);
        ++lines;
        if (const auto entry = entryFrom(line))
            m_entries.push_back(*entry);
        if (std::ssize(m_entries) > Most)
            m_entries.pop_front();
    }
    file.close();
    if (lines > std::ssize(m_entries))
        rewrite();
    return {};
}

void Journal::add(const JournalEntry &entry)
{
    m_entries.push_back(entry);
    if (std::ssize(m_entries) > Most)
        m_entries.pop_front();
    if (!m_path.isEmpty()) {
        if (const auto why = append(entry); !why.isEmpty())
            Q_EMIT saveFailed(tr("The journal could not be saved: %1.").arg(why));
    }
    Q_EMIT added();
}

QString Journal::append(const JournalEntry &entry)
{
    QFile file(m_path);
    const bool isNew = !file.exists();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, OnlyMine))
        return file.errorString();
    if (!isNew)
        file.setPermissions(OnlyMine);
    const auto line = lineOf(entry);
    return file.write(line) == line.size() && file.flush() ? QString() : file.errorString();
}

/// Leaves out what is no longer kept.
void Journal::rewrite()
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return; // it is only longer than it need be
    file.setPermissions(OnlyMine);
    for (const auto &entry : m_entries)
        file.write(lineOf(entry));
    file.commit();
}

} // namespace workspace
