// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/personsettings.h"

#include "workspace/forward/forwardbook.h"
#include "workspace/namespaces/namespacememory.h"
#include "workspace/relays/relayaddress.h"
#include "workspace/relays/relayclusters.h"
#include "workspace/safety/contextmarks.h"
#include "workspace/settings/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace app {
namespace {

using workspace::PreferenceValues;

/// A context's name as a key of the settings: "/" would be a group.
QString keyOf(const QString &context)
{
    return QString::fromLatin1(context.toUtf8().toPercentEncoding());
}

QString contextOf(const QString &key)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(key.toLatin1()));
}

QString wordOf(PreferenceValues::ThemeChoice theme)
{
    switch (theme) {
    case PreferenceValues::ThemeChoice::System: return u"system"_s;
    case PreferenceValues::ThemeChoice::Dark: return u"dark"_s;
    case PreferenceValues::ThemeChoice::Light: return u"light"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

PreferenceValues::ThemeChoice themeFrom(const QString &word)
{
    if (word == "system"_L1)
        return PreferenceValues::ThemeChoice::System;
    return word == "light"_L1 ? PreferenceValues::ThemeChoice::Light
                              : PreferenceValues::ThemeChoice::Dark;
}

QString wordOf(PreferenceValues::Bell bell)
{
    switch (bell) {
    case PreferenceValues::Bell::Off: return u"off"_s;
    case PreferenceValues::Bell::Visible: return u"visible"_s;
    case PreferenceValues::Bell::Sound: return u"sound"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

PreferenceValues::Bell bellFrom(const QString &word)
{
    if (word == "off"_L1)
        return PreferenceValues::Bell::Off;
    return word == "sound"_L1 ? PreferenceValues::Bell::Sound : PreferenceValues::Bell::Visible;
}

void write(QSettings &settings, const PreferenceValues &values)
{
    settings.setValue(u"theme"_s, wordOf(values.theme));
    settings.setValue(u"focus"_s,
                      values.focus == PreferenceValues::Focus::Click ? u"click"_s : u"pointer"_s);
    settings.setValue(u"motion"_s, values.motion);
    settings.setValue(u"hints"_s, values.hints);
    settings.setValue(u"notifications"_s, values.notifications);
    settings.setValue(u"language"_s, values.language);
    settings.setValue(u"bell"_s, wordOf(values.bell));
    settings.setValue(u"terminalFont"_s, values.terminalFont);
}

std::vector<workspace::ForwardRecord> forwardsIn(QSettings &settings, const QString &name)
{
    std::vector<workspace::ForwardRecord> records;
    const int count = settings.beginReadArray(name);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto text = [&settings](const QString &key) {
            return settings.value(key).toString();
        };
        records.push_back(
            {.context = text(u"context"_s),
             .spec = {.target = {text(u"kind"_s), text(u"namespace"_s), text(u"name"_s)},
                      .port = text(u"port"_s),
                      .localPort = quint16(settings.value(u"localPort"_s).toUInt())}});
    }
    settings.endArray();
    return records;
}

void write(QSettings &settings, const QString &name,
           const std::vector<workspace::ForwardRecord> &records)
{
    settings.remove(name);
    settings.beginWriteArray(name);
    int i = 0;
    for (const auto &[context, spec] : records) {
        settings.setArrayIndex(i++);
        settings.setValue(u"context"_s, context);
        settings.setValue(u"kind"_s, spec.target.kind);
        settings.setValue(u"namespace"_s, spec.target.nameSpace);
        settings.setValue(u"name"_s, spec.target.name);
        settings.setValue(u"port"_s, spec.port);
        settings.setValue(u"localPort"_s, spec.localPort);
    }
    settings.endArray();
}

constexpr int MostRelays = 50;

std::vector<workspace::RelayRecord> relaysIn(QSettings &settings, const QString &name)
{
    std::vector<workspace::RelayRecord> records;
    const int count = qMin(settings.beginReadArray(name), MostRelays);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto relay = workspace::relayAddress(settings.value(u"address"_s).toString());
        if (!relay) // of a hand-made file
            continue;
        workspace::RelayRecord record{.relay = *relay,
                                      .person = settings.value(u"person"_s).toString(),
                                      .nameSpace = settings.value(u"namespace"_s).toString()};
        const auto names = settings.value(u"clusters"_s).toStringList();
        const auto uids = settings.value(u"uids"_s).toStringList();
        for (qsizetype each = 0; each < names.size(); ++each)
            record.clusters.push_back({.name = names[each], .uid = uids.value(each)});
        records.push_back(record);
    }
    settings.endArray();
    return records;
}

void write(QSettings &settings, const QString &name,
           const std::vector<workspace::RelayRecord> &records)
{
    settings.remove(name);
    settings.beginWriteArray(name);
    int i = 0;
    for (const auto &record : records) {
        settings.setArrayIndex(i++);
        settings.setValue(u"address"_s, record.relay.toString(QUrl::FullyEncoded));
        settings.setValue(u"person"_s, record.person);
        settings.setValue(u"namespace"_s, record.nameSpace);
        QStringList names;
        QStringList uids;
        for (const auto &cluster : record.clusters) {
            names << cluster.name;
            uids << cluster.uid;
        }
        settings.setValue(u"clusters"_s, names);
        settings.setValue(u"uids"_s, uids);
    }
    settings.endArray();
}

} // namespace

PreferenceValues preferencesIn(const QSettings &settings)
{
    PreferenceValues values;
    const auto flag = [&settings](const QString &key, bool usual) {
        return settings.value(key, usual).toBool();
    };
    values.theme = themeFrom(settings.value(u"theme"_s).toString());
    values.focus = settings.value(u"focus"_s).toString() == "click"_L1
        ? PreferenceValues::Focus::Click
        : PreferenceValues::Focus::Pointer;
    values.motion = flag(u"motion"_s, values.motion);
    values.hints = flag(u"hints"_s, values.hints);
    values.notifications = flag(u"notifications"_s, values.notifications);
    values.language = settings.value(u"language"_s).toString().left(32);
    values.bell = bellFrom(settings.value(u"bell"_s).toString());
    values.terminalFont = qBound(PreferenceValues::SmallestTerminalFont,
                                 settings.value(u"terminalFont"_s, values.terminalFont).toInt(),
                                 PreferenceValues::LargestTerminalFont);
    return values;
}

void keepPreferences(QSettings &settings, workspace::Preferences &preferences, QObject *life)
{
    preferences.set(preferencesIn(settings));
    QObject::connect(&preferences, &workspace::Preferences::changed, life,
                     [&] { write(settings, preferences.values()); });
}

void keepNamespaces(QSettings &settings, workspace::NamespaceMemory &memory, QObject *life)
{
    const auto folder = u"namespaces"_s;
    QMap<QString, QStringList> remembered;
    settings.beginGroup(folder);
    for (const auto &key : settings.childKeys())
        remembered[contextOf(key)] = settings.value(key).toStringList();
    settings.endGroup();
    memory.restore(remembered);
    QObject::connect(&memory, &workspace::NamespaceMemory::changed, life,
                     [&settings, folder, &memory](const QString &context) {
                         settings.setValue(folder + u'/' + keyOf(context), memory.of(context));
                     });
}

void keepMarks(QSettings &settings, workspace::ContextMarks &kept, QObject *life)
{
    const auto folder = u"contexts"_s;
    QMap<QString, workspace::ContextMark> marks;
    settings.beginGroup(folder);
    for (const auto &key : settings.childKeys()) {
        const auto words = settings.value(key).toStringList();
        marks[contextOf(key)] = {.production = words.contains("production"_L1),
                                 .readOnly = words.contains("readOnly"_L1)};
    }
    settings.endGroup();
    kept.restore(marks);
    QObject::connect(&kept, &workspace::ContextMarks::changed, life,
                     [&settings, folder, &kept](const QString &context) {
                         const auto mark = kept.of(context);
                         QStringList words;
                         if (mark.production)
                             words << u"production"_s;
                         if (mark.readOnly)
                             words << u"readOnly"_s;
                         const QString key = folder + u'/' + keyOf(context);
                         if (words.isEmpty())
                             settings.remove(key);
                         else
                             settings.setValue(key, words);
                     });
}

void keepRelays(QSettings &settings, workspace::RelayClusters &relays, QObject *life)
{
    const auto name = u"relays"_s;
    relays.restore(relaysIn(settings, name));
    QObject::connect(&relays, &workspace::RelayClusters::recordsChanged, life,
                     [&settings, name, &relays] { write(settings, name, relays.records()); });
}

void keepForwards(QSettings &settings, workspace::ForwardBook &book, QObject *life)
{
    const auto name = u"forwards"_s;
    book.restore(forwardsIn(settings, name));
    QObject::connect(&book, &workspace::ForwardBook::recordsChanged, life,
                     [&settings, name, &book] { write(settings, name, book.records()); });
}

} // namespace app
