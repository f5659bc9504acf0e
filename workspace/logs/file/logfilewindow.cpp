// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/file/logfilewindow.h"

#include "workspace/detached/contentsurface.h"
#include "workspace/logs/file/filefeed.h"
#include "workspace/logs/logcontent.h"
#include "workspace/mainwindow/contentmenu.h"

#include <QBoxLayout>
#include <QCursor>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace workspace {

LogFileWindow::LogFileWindow(const QString &path, Look &look)
    : m_name(path == "-"_L1 ? tr("Standard input") : QFileInfo(path).fileName())
    , m_content(std::make_unique<LogContent>(std::make_unique<FileFeed>(path), m_name, look))
    , m_surface(new ContentSurface(
          look,
          [this](const QKeyEvent &event) {
              const bool closes =
                  event.matches(QKeySequence::Close) || event.matches(QKeySequence::Quit);
              if (closes)
                  close();
              return closes;
          },
          this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_surface);
    setMinimumSize(320, 200);
    resize(1100, 760);
    m_surface->setContent(m_content.get());
    m_surface->setFocus();
    connect(m_content.get(), &LogContent::statusChanged, this, &LogFileWindow::tellState);
    connect(m_content.get(), &LogContent::menuRequested, this,
            [this](const std::vector<MenuEntry> &entries) { popUp(entries, QCursor::pos()); });
    connect(m_surface, &ContentSurface::menuRequested, this,
            [this](QPoint at) { popUp(m_content->menu(), at); });
    tellState();
}

LogFileWindow::~LogFileWindow()
{
    m_surface->setContent(nullptr);
}

bool LogFileWindow::isSettled() const
{
    const auto &feed = static_cast<const FileFeed &>(m_content->parts().feed); // the constructor's
    return feed.isCaughtUp() && !m_content->model().progress();
}

void LogFileWindow::tellState()
{
    setWindowTitle(tr("%1 – %2").arg(m_name, m_content->statusText()));
}

void LogFileWindow::popUp(const std::vector<MenuEntry> &entries, QPoint at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addEntries(*menu, entries, *this);
    menu->popup(at);
}

} // namespace workspace
