// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/logsaving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)
};

} // namespace

LogSaving::LogSaving(LogFeed &feed, const QString &title, QObject *parent)
    : QObject(parent)
    , m_feed(feed)
    , m_title(title)
{
}

LogSaving::~LogSaving() = default;

void LogSaving::askWhere()
{
    if (m_saver)
        return;
    auto name = m_title;
    name.replace(u'/', u'-');
    auto *dialog = new QFileDialog(nullptr, Tr::tr("Save the whole log"), QDir::homePath(),
                                   Tr::tr("Logs (*.log);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"log"_s);
    dialog->selectFile(name + u".log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogSaving::save);
    connect(this, &QObject::destroyed, dialog, &QWidget::close);
    dialog->open();
}

void LogSaving::save(const QString &path)
{
    if (m_saver)
        return;
    m_saver = std::make_unique<LogSaver>(m_feed, path);
    connect(m_saver.get(), &LogSaver::progressed, this, &LogSaving::progressed);
    connect(m_saver.get(), &LogSaver::finished, this, &LogSaving::end);
    Q_EMIT began();
    m_saver->start();
}

void LogSaving::cancel()
{
    if (m_saver)
        m_saver->cancel();
}

void LogSaving::end(const QString &problem)
{
    const auto said = problem.isEmpty()
        ? Tr::tr("The whole log is in %1.").arg(QDir::toNativeSeparators(m_saver->path()))
        : problem;
    m_saver.release()->deleteLater(); // this is one of its signals
    Q_EMIT ended(said);
}

} // namespace workspace
