// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/versions/versiondesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/sharing/yardconnection.h"
#include "workspace/tools/askpanel.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/versions/localversions.h"
#include "workspace/versions/versionpanel.h"
#include "workspace/versions/versionpicture.h"
#include "workspace/yard/yarddocument.h"

using namespace Qt::StringLiterals;

namespace workspace {

VersionDesk::VersionDesk(MainWindow &window, YardDocument &document, const ClusterNames &names,
                         const YardConnection &connection, Look &look)
    : m_window(window)
    , m_document(document)
    , m_names(names)
    , m_connection(connection)
    , m_look(look)
{
    connect(&connection, &YardConnection::addressChanged, this, &VersionDesk::chooseSource);
    connect(&document, &YardDocument::docReplaced, this, [this] {
        if (m_panel)
            m_panel->dismiss(); // it is another yard
    });
    connect(&document, &YardDocument::changed, this, [this] {
        if (m_panel)
            m_panel->compare();
    });
    addCommands();
}

VersionDesk::~VersionDesk()
{
    if (m_panel)
        m_panel->dismiss();
    delete m_panel;
}

void VersionDesk::setLocalFolder(const QString &folder)
{
    m_folder = folder;
    chooseSource();
}

void VersionDesk::chooseSource()
{
    if (m_panel)
        m_panel->dismiss();
    if (m_connection.isJoined())
        m_source = std::make_unique<RelayVersions>(m_connection.address());
    else if (!m_folder.isEmpty())
        m_source = std::make_unique<LocalVersions>(m_document, &m_names, m_folder);
    else
        m_source.reset();
}

void VersionDesk::addCommands()
{
    auto &commands = m_window.commands();
    const auto group = tr("Yards");
    const auto isThere = [this] { return m_source != nullptr; };
    commands.add({.id = u"versions.show"_s,
                  .name = tr("Version history of this yard"),
                  .group = group,
                  .aliases = {tr("restore"), tr("snapshots"), tr("history")},
                  .shortcuts = {QKeySequence(u"Ctrl+Alt+H"_s, QKeySequence::PortableText)},
                  .run = [this] { open(); },
                  .isEnabled = isThere});
    commands.add({.id = u"versions.keep"_s,
                  .name = tr("Keep this state of the yard as a version"),
                  .group = group,
                  .aliases = {tr("name this version"), tr("save")},
                  .run = [this] { askName(); },
                  .isEnabled = [this] { return m_source && !m_document.isReadOnly(); }});
}

void VersionDesk::ready()
{
    if (m_panel)
        return;
    m_panel =
        new VersionPanel({.now = [this] { return m_document.krates(); },
                          .read =
                              [this](const QByteArray &state) {
                                  return kratesIn(state, &m_names, m_document.contexts());
                              },
                          .paint =
                              [this](const Krates &krates, QSize pixels) {
                                  return pictureOf(krates, m_window.contents(), m_look, pixels);
                              }},
                         m_look, &m_window.canvas());
    m_ask = new AskPanel(m_look, &m_window.canvas());
    connect(m_panel, &VersionPanel::restoreWanted, this, &VersionDesk::askRestore);
}

void VersionDesk::open()
{
    if (!m_source)
        return;
    ready();
    m_panel->open(*m_source, !m_document.isReadOnly());
}

void VersionDesk::askName()
{
    if (!m_source)
        return;
    ready();
    m_ask->askName(tr("Keep this state of the yard"), tr("Keep"), {}, [this](const QString &name) {
        if (!m_source)
            return QString();
        m_source->keep(name).then(this, [this](const std::expected<YardVersion, QString> &answer) {
            m_window.notices().say(answer ? tr("“%1” is kept.").arg(titleOf(*answer))
                                          : answer.error());
            if (answer && !m_panel->isHidden())
                m_panel->reload();
        });
        return QString();
    });
}

void VersionDesk::askRestore(const YardVersion &version, const YardDifference &difference)
{
    const auto lines = linesOf(difference);
    const auto after = m_connection.isJoined()
        ? tr("For everybody who is in the yard. What it is now is kept as a version first; "
             "comments "
             "of today stay.")
        : tr("What the yard is now is kept as a version first, and Undo takes it back; comments "
             "stay.");
    m_ask->askWhether(tr("Bring back “%1”?").arg(titleOf(version)),
                      summaryOf(difference) + u'\n' + lines.join(u'\n') + u"\n\n"_s + after,
                      tr("Bring back"), AskPanel::Weight::Destructive, [this, version] {
                          restore(version);
                          return QString();
                      });
}

void VersionDesk::restore(const YardVersion &version)
{
    if (!m_source)
        return;
    m_source->restore(version.id)
        .then(this,
              [this, name = titleOf(version)](const std::expected<YardVersion, QString> &answer) {
                  const auto text = answer ? tr("“%1” is brought back.").arg(name) : answer.error();
                  if (m_panel && !m_panel->isHidden())
                      m_panel->reload(text);
                  else
                      m_window.notices().say(text);
              });
}

} // namespace workspace
