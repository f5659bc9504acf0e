// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/export/exportdesk.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/mainwindow/mainwindow.h"
#include "workspace/topbar/noticebar.h"

#include <QDir>
#include <QFileDialog>
#include <QProgressDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace workspace {

ExportDesk::ExportDesk(MainWindow &window, const YardDocument &document, const Look &look)
    : m_window(window)
    , m_document(document)
    , m_look(look)
{
    const auto group = tr("Yards");
    m_window.commands().add({.id = u"export.yard"_s,
                             .name = tr("Export the yard as a picture (PNG, SVG, PDF)"),
                             .group = group,
                             .aliases = {tr("print"), tr("save picture")},
                             .run = [this] { ask({}); },
                             .isEnabled = [this] { return !m_document.krates().empty(); }});
    m_window.commands().add({.id = u"export.krate"_s,
                             .name = tr("Export the selected krates as a picture (PNG, SVG, PDF)"),
                             .group = group,
                             .run = [this] { ask(chosenKrates()); },
                             .isEnabled = [this] { return !chosenKrates().isEmpty(); }});
}

/// The selected ones, else the one that the keys are at.
QStringList ExportDesk::chosenKrates() const
{
    if (const auto selected = m_window.canvas().selection(); !selected.isEmpty())
        return selected;
    const auto krate = m_window.commandedKrate();
    return krate.isEmpty() ? QStringList() : QStringList{krate};
}

void ExportDesk::ask(const QStringList &krates)
{
    auto *dialog = new QFileDialog(&m_window, tr("Export as a picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")});
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(u"yard.png"_s);
    const QStringList suffixes{u"png"_s, u"svg"_s, u"pdf"_s};
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, suffixes](const QString &name) {
        const auto at = dialog->nameFilters().indexOf(name);
        dialog->setDefaultSuffix(suffixes.value(at, u"png"_s));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, krates](const QString &path) {
        write({.path = path, .format = YardExport::formatOf(path), .krates = krates});
    });
    dialog->open();
}

void ExportDesk::write(const YardExport::Options &options)
{
    m_cancelled = false;
    m_export = std::make_unique<YardExport>(m_document, m_window.canvas(), m_window.contents(),
                                            m_look, options);
    delete m_progress;
    m_progress = new QProgressDialog(tr("Painting the yard…"), tr("Cancel"), 0, 1, &m_window);
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setMinimumDuration(800);
    connect(m_export.get(), &YardExport::progressed, m_progress, [this](int done, int total) {
        m_progress->setMaximum(total + 1); // it closes by itself at the end
        m_progress->setValue(done);
    });
    connect(m_progress, &QProgressDialog::canceled, m_export.get(), [this] {
        m_cancelled = true;
        m_export->cancel();
    });
    connect(m_export.get(), &YardExport::finished, this,
            [this, path = options.path](const QString &problem) { end(path, problem); });
    m_export->start();
}

void ExportDesk::end(const QString &path, const QString &problem)
{
    m_progress->deleteLater();
    m_progress = nullptr;
    m_export.release()->deleteLater(); // it is telling of its end just now
    if (!problem.isEmpty())
        m_window.notices().say(problem);
    else if (!m_cancelled)
        m_window.notices().say(tr("The picture is in %1.").arg(QDir::toNativeSeparators(path)));
    Q_EMIT finished(problem);
}

} // namespace workspace
