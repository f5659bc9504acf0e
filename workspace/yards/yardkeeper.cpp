// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yards/yardkeeper.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/session/session.h"
#include "workspace/yard/yardfile.h"
#include "workspace/yarddoc/yardstore.h"
#include "workspace/yards/yardlibrary.h"

#include <QEvent>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workspace {

static const auto Section = u"yards"_s;

YardKeeper::YardKeeper(YardLibrary &library, YardDocument &document, YardCanvas &canvas,
                       Session &session, QObject *parent)
    : QObject(parent)
    , m_library(library)
    , m_document(document)
    , m_canvas(canvas)
    , m_session(session)
{
    connect(&document, &YardDocument::problemFound, this, &YardKeeper::said);
    m_look.setSingleShot(true);
    m_look.setInterval(300);
    connect(&m_look, &QTimer::timeout, this, &YardKeeper::keepView);
    // Whatever moves the camera or maximises a window paints.
    m_canvas.installEventFilter(this);
}

YardKeeper::~YardKeeper()
{
    flush();
}

bool YardKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_canvas && event->type() == QEvent::Paint && m_file && !m_look.isActive())
        m_look.start();
    return QObject::eventFilter(watched, event);
}

void YardKeeper::openLast(const QString &usualName)
{
    const auto last = m_session.section(Section).value("current"_L1).toString();
    if (m_library.find(last) && open(last))
        return;
    const auto yards = m_library.yards();
    for (const auto &yard : yards) {
        if (open(yard.id))
            return;
    }
    const auto made = m_library.create(m_library.freeName(usualName));
    if (made && open(*made))
        return;
    Q_EMIT said(made ? tr("The new yard could not be opened.") : made.error());
}

std::expected<void, QString> YardKeeper::open(const QString &id)
{
    const auto *yard = m_library.find(id);
    if (!yard)
        return std::unexpected(tr("There is no such yard any more."));
    if (id == m_current)
        return {};
    flush();
    if (!m_library.take(id))
        return std::unexpected(
            tr("The yard “%1” is open in another Krateyard. Close it there first.")
                .arg(yard->name));
    m_current = id;
    Q_EMIT opening(id);
    load(m_library.path(id));
    auto section = m_session.section(Section);
    section[u"current"_s] = id;
    m_session.setSection(Section, section);
    Q_EMIT opened();
    return {};
}

void YardKeeper::openFile(const QString &path)
{
    flush();
    m_current.clear();
    Q_EMIT opening({});
    load(path);
    Q_EMIT opened();
}

void YardKeeper::load(const QString &path)
{
    m_file.reset(); // writes what is pending, while the document is still its own
    // Krates in JSON can be read and edited; that is for files of one's own.
    if (path.endsWith(YardSql::Suffix))
        m_file = std::make_unique<YardStore>(m_document, path);
    else
        m_file = std::make_unique<YardFile>(m_document, path);
    connect(m_file.get(), &YardStorage::saveFailed, this, &YardKeeper::said);
    const auto problems = m_file->load();
    if (const auto *yard = m_library.find(m_current))
        m_file->setName(yard->name);
    for (const auto &problem : problems)
        Q_EMIT said(problem);
    restoreView();
}

QString YardKeeper::name() const
{
    if (const auto *yard = m_library.find(m_current))
        return yard->name;
    if (!m_file)
        return {};
    return m_file->name().isEmpty() ? QFileInfo(m_file->path()).completeBaseName() : m_file->name();
}

void YardKeeper::rename(const QString &name)
{
    if (m_file)
        m_file->setName(name);
    Q_EMIT renamed();
}

void YardKeeper::flush()
{
    if (!m_file)
        return;
    keepView();
    m_file->flush();
}

QString YardKeeper::viewKey() const
{
    return m_current.isEmpty() ? u"file"_s : m_current;
}

void YardKeeper::keepView()
{
    if (m_canvas.isFlying()) {
        m_look.start();
        return;
    }
    const auto view = m_canvas.view();
    QJsonObject kept{{u"x"_s, std::round(view.centre.x())},
                     {u"y"_s, std::round(view.centre.y())},
                     {u"zoom"_s, std::round(view.zoom * 1000) / 1000}};
    if (const auto maximised = m_canvas.maximisedWindow(); !maximised.isEmpty())
        kept[u"maximised"_s] = maximised;
    auto section = m_session.section(Section);
    auto views = section.value("views"_L1).toObject();
    if (views.value(viewKey()).toObject() == kept)
        return;
    views[viewKey()] = kept;
    for (const auto &id : views.keys()) {
        if (id != viewKey() && !m_library.find(id))
            views.remove(id);
    }
    section[u"views"_s] = views;
    m_session.setSection(Section, section);
}

void YardKeeper::restoreView()
{
    m_canvas.setMaximisedWindow({});
    const auto views = m_session.section(Section).value("views"_L1).toObject();
    const auto kept = views.value(viewKey()).toObject();
    const auto number = [&kept](QLatin1StringView key) {
        const double value = kept.value(key).toDouble(std::nan(""));
        return std::isfinite(value) ? std::clamp(value, -1e6, 1e6) : std::nan("");
    };
    const CameraView view{{number("x"_L1), number("y"_L1)}, number("zoom"_L1)};
    if (std::isfinite(view.centre.x() + view.centre.y() + view.zoom))
        m_canvas.setView(view);
    else if (!m_document.krates().empty())
        m_canvas.fitAll();
    else
        m_canvas.setView(Camera().view());
    const auto maximised = kept.value("maximised"_L1).toString();
    const bool exists = std::ranges::any_of(m_document.krates(), [&](const auto &krate) {
        return std::ranges::find(krate.second.windows, maximised, &WindowRecord::id)
            != krate.second.windows.end();
    });
    if (exists)
        m_canvas.setMaximisedWindow(maximised);
}

} // namespace workspace
