// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/report/reportpanel.h"

#include "workspace/look/formstyle.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int PanelWidth = 860;
static constexpr int TextHeight = 380;

ReportPanel::ReportPanel(Look &look, QWidget *parent)
    : ToolPanel(look, tr("Save…"), parent)
    , m_text(new QPlainTextEdit)
{
    setWishedWidth(PanelWidth);
    m_text->setMinimumHeight(180);
    m_text->setMaximumHeight(TextHeight);
    m_text->setAccessibleName(tr("The report"));
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    setRole(m_text, u"mono"_s);
    form().addRow(m_text);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setAutoDefault(true);
    form().addRow(copy);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_text->selectAll();
        m_text->copy();
    });
}

void ReportPanel::ask(const QString &report)
{
    m_text->setPlainText(report);
    open(tr("Report a problem"), *m_text);
    say(tr(
        "This is all that the report holds. Read it, take out what you do not want to tell, then "
        "save it and send it with a description of the problem. Nothing is sent by itself."));
}

QString ReportPanel::text() const
{
    return m_text->toPlainText();
}

void ReportPanel::act()
{
    auto *dialog =
        new QFileDialog(this, tr("Save the report"), QDir::homePath(), tr("Text (*.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(
        u"krateyard-report-%1.txt"_s.arg(QDate::currentDate().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const auto problem = write(path); !problem.isEmpty())
            say(problem, Tone::Error);
    });
    dialog->open();
}

QString ReportPanel::write(const QString &path)
{
    QSaveFile file(path);
    const auto bytes = text().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return tr("The report could not be written to %1: %2. Choose another place.")
            .arg(QDir::toNativeSeparators(path), file.errorString());
    dismiss();
    Q_EMIT written(path);
    return {};
}

} // namespace workspace
