// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/views/savedviews.h"

#include "workspace/session/session.h"
#include "workspace/yard/yardfile.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace)
};

const auto Section = u"views"_s;

using Theme = PreferenceValues::ThemeChoice;

/// What belongs to the machine or to no view.
bool isOfAView(const QString &section)
{
    static const QStringList others{u"views"_s,    u"yards"_s,   u"watched"_s, u"window"_s,
                                    u"detached"_s, u"recents"_s, u"clusters"_s};
    return !others.contains(section);
}

QJsonObject toJson(const SavedView &view)
{
    const auto yard = QJsonDocument::fromJson(toJson(view.krates)).object();
    return {{u"yard"_s, yard},
            {u"x"_s, view.camera.centre.x()},
            {u"y"_s, view.camera.centre.y()},
            {u"zoom"_s, view.camera.zoom},
            {u"context"_s, view.context},
            {u"theme"_s, int(view.theme)},
            {u"sections"_s, view.sections}};
}

qreal numberIn(const QJsonObject &json, QLatin1StringView key, qreal usual)
{
    const double value = json.value(key).toDouble(usual);
    return std::isfinite(value) ? value : usual;
}

} // namespace

QStringList SavedViews::names() const
{
    auto names = m_session.section(Section).keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::expected<void, QString> SavedViews::save(SavedView view)
{
    const auto name = view.name.simplified();
    if (name.isEmpty() || name.size() > LongestName)
        return std::unexpected(
            Tr::tr("A view needs a name of at most %n characters.", nullptr, int(LongestName)));
    auto views = m_session.section(Section);
    if (!views.contains(name) && views.size() >= Most)
        return std::unexpected(
            Tr::tr("No more than %n views can be saved. Delete one first.", nullptr, int(Most)));
    const auto &sections = m_session.all();
    for (auto it = sections.begin(); it != sections.end(); ++it) {
        if (isOfAView(it.key()) && !view.sections.contains(it.key()))
            view.sections[it.key()] = *it;
    }
    const auto json = toJson(view);
    views[name] = json;
    const auto size = QJsonDocument(json).toJson(QJsonDocument::Compact).size();
    if (size > MostBytes || !m_session.setSection(Section, views))
        return std::unexpected(
            Tr::tr("The view is too large to be saved. Save it with fewer krates on the yard."));
    return {};
}

std::expected<SavedView, QString> SavedViews::load(const QString &name) const
{
    const auto views = m_session.section(Section);
    if (!views.contains(name))
        return std::unexpected(Tr::tr("There is no view “%1” any more.").arg(name));
    const auto json = views.value(name).toObject();
    const auto loaded = yardFromJson(QJsonDocument(json.value("yard"_L1).toObject()).toJson());
    const Camera usual;
    SavedView view{.name = name, .krates = loaded.krates};
    view.camera = Camera::clamped({{numberIn(json, "x"_L1, usual.view().centre.x()),
                                    numberIn(json, "y"_L1, usual.view().centre.y())},
                                   numberIn(json, "zoom"_L1, Camera::DefaultZoom)});
    view.context = json.value("context"_L1).toString().left(1024);
    view.theme = Theme(std::clamp(json.value("theme"_L1).toInt(int(Theme::Dark)), 0, 2));
    view.sections = json.value("sections"_L1).toObject();
    return view;
}

void SavedViews::remove(const QString &name)
{
    auto views = m_session.section(Section);
    views.remove(name);
    m_session.setSection(Section, views);
}

void SavedViews::restoreSections(const SavedView &view)
{
    for (auto it = view.sections.begin(); it != view.sections.end(); ++it) {
        if (isOfAView(it.key()) && it->isObject())
            m_session.setSection(it.key(), it->toObject());
    }
}

void recall(YardDocument &document, const SavedView &view)
{
    document.transact(Tr::tr("Recall view"), [&view](YardTransaction &transaction) {
        for (auto [id, krate] : view.krates) {
            krate.seq = transaction.nextSeq();
            transaction.put(krate);
        }
    });
}

} // namespace workspace
