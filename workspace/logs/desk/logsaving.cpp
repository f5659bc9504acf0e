// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/desk/logsaving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>
#include <ranges>
#include <utility>

using namespace Qt::StringLiterals;

namespace workspace {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(workspace::LogContent)
};

constexpr int MostNamed = 8; ///< of containers; the file names them all

/// Containers that the same befell stand together.
QString lacksText(const std::vector<LogSaver::Lack> &lacks)
{
    std::vector<std::pair<QString, QStringList>> reasons;
    for (const auto &lack : lacks | std::views::take(MostNamed)) {
        auto reason =
            std::ranges::find(reasons, lack.why, [](const auto &one) { return one.first; });
        if (reason == reasons.end())
            reason = reasons.insert(reason, {lack.why, {}});
        reason->second.append(lack.name);
    }
    QStringList texts;
    for (const auto &[why, names] : reasons)
        texts.append(u"%1: %2"_s.arg(names.join(", "_L1), why));
    if (lacks.size() > MostNamed)
        texts.append(Tr::tr("and %n more", nullptr, int(lacks.size()) - MostNamed));
    return texts.join("  ·  "_L1);
}

bool isWhole(const LogSaver &saver)
{
    return saver.lacks().empty() && saver.leftOut() == 0;
}

/// What is lacking first: where the file is, the person has just said.
QString savedText(const LogSaver &saver)
{
    if (isWhole(saver))
        return Tr::tr("The whole log is in %1.").arg(QDir::toNativeSeparators(saver.path()));
    const auto file = QFileInfo(saver.path()).fileName();
    QStringList texts;
    if (saver.leftOut() > 0)
        texts.append(Tr::tr("%1 lacks %n container(s) that are not followed: choose pods or one "
                            "container.",
                            nullptr, saver.leftOut())
                         .arg(file));
    if (!saver.lacks().empty())
        texts.append(
            Tr::tr("%1 lacks lines of %n container(s): %2", nullptr, int(saver.lacks().size()))
                .arg(file, lacksText(saver.lacks())));
    return texts.join(u' ');
}

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
    const auto said = problem.isEmpty() ? savedText(*m_saver) : problem;
    const bool isGood = problem.isEmpty() && isWhole(*m_saver);
    m_saver.release()->deleteLater(); // this is one of its signals
    Q_EMIT ended(said, isGood);
}

} // namespace workspace
