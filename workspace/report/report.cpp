// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/report/report.h"

#include "kube/cluster.h"
#include "workspace/clusters/clusterset.h"
#include "workspace/session/session.h"
#include "workspace/settings/preferences.h"
#include "workspace/yard/kinds.h"
#include "workspace/yard/yarddocument.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QMetaEnum>
#include <QSysInfo>

#include <map>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

constexpr qsizetype LongestVersion = 40;

QString line(const QString &name, const QString &value)
{
    return u"%1: %2\n"_s.arg(name, value);
}

QString number(const QString &name, qsizetype value)
{
    return line(name, QString::number(value));
}

QString versions(const ReportSources &sources)
{
    QString text = u"== Versions and platform ==\n"_s;
    text += line(u"krateyard"_s, QCoreApplication::applicationVersion());
    text += line(u"qt"_s, QString::fromLatin1(qVersion()));
    text += line(u"system"_s, QSysInfo::prettyProductName());
    text += line(u"kernel"_s, QString(QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()));
    text += line(u"cpu"_s, QSysInfo::currentCpuArchitecture());
    text += line(u"locale"_s, QLocale().name());
    text += line(u"window system"_s, sources.platform);
    text += line(u"screens"_s, sources.screens.join(u", "_s));
    return text;
}

QString preferences(const PreferenceValues &values)
{
    const auto yes = [](bool on) { return on ? u"yes"_s : u"no"_s; };
    using Theme = PreferenceValues::ThemeChoice;
    QString text = u"\n== Preferences ==\n"_s;
    text += line(u"theme"_s,
                 values.theme == Theme::System     ? u"system"_s
                     : values.theme == Theme::Dark ? u"dark"_s
                                                   : u"light"_s);
    text += line(u"focus"_s,
                 values.focus == PreferenceValues::Focus::Click ? u"click"_s : u"pointer"_s);
    text += line(u"motion"_s, yes(values.motion));
    text += line(u"hints"_s, yes(values.hints));
    text += line(u"notifications"_s, yes(values.notifications));
    text += line(u"language"_s, values.language.isEmpty() ? u"system"_s : values.language.left(12));
    return text;
}

QString yard(const YardDocument &document, const Session &session)
{
    std::map<QString, qsizetype> views;
    qsizetype minimized = 0;
    qsizetype pinned = 0;
    qsizetype collections = 0;
    for (const auto &[id, krate] : document.krates()) {
        minimized += krate.minimized ? 1 : 0;
        pinned += krate.pinned ? 1 : 0;
        collections += krate.collection ? 1 : 0;
        for (const auto &window : krate.windows)
            ++views[viewName(window.view)];
    }
    QString text = u"\n== Yard ==\n"_s;
    text += number(u"krates"_s, qsizetype(document.krates().size()));
    text += number(u"of them collections"_s, collections);
    text += number(u"of them minimised"_s, minimized);
    text += number(u"of them pinned"_s, pinned);
    for (const auto &[view, count] : views)
        text += number(QString(u"windows, "_s + view), count);
    text += u"\n== Session: bytes by section ==\n"_s;
    const auto &sections = session.all();
    for (auto it = sections.begin(); it != sections.end(); ++it)
        text +=
            number(it.key(), QJsonDocument(it->toObject()).toJson(QJsonDocument::Compact).size());
    return text;
}

QString clusters(const ClusterSet &set)
{
    QString text = u"\n== Clusters ==\n"_s;
    text += number(u"kubeconfig files"_s, set.files().size());
    text += number(u"contexts"_s, qsizetype(set.contexts().size()));
    text += number(u"problems in them"_s, set.problems().size());
    const auto states = QMetaEnum::fromType<kube::Cluster::State>();
    int n = 0;
    for (const auto &name : set.openedNames()) {
        const auto *cluster = set.opened(name);
        const auto error = cluster->lastError();
        QString state = QString::fromLatin1(states.valueToKey(int(cluster->state())));
        if (error)
            state += u", last error %1/%2"_s.arg(int(error->kind)).arg(error->code);
        text += line(u"cluster %1"_s.arg(++n),
                     u"%1, %2, %3 kinds"_s.arg(state, cluster->version().left(LongestVersion))
                         .arg(cluster->resources().resources.size()));
    }
    return text;
}

} // namespace

QString reportText(const ReportSources &sources)
{
    QString text = u"Krateyard report\n\n"_s;
    text += versions(sources);
    text += preferences(sources.preferences);
    text += yard(sources.document, sources.session);
    text += clusters(sources.clusters);
    text += u"\n== Log, the last lines; what could be a secret is taken out ==\n"_s;
    text += sources.log.join(u'\n');
    return text + u'\n';
}

} // namespace workspace
