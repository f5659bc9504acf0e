// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/shell/pastepanel.h"

#include "workspace/look/formstyle.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr qsizetype PreviewLimit = 20'000;

PastePanel::PastePanel(Look &look, QWidget *parent)
    : ShellPanel(look, 460, parent)
    , m_where(new QLabel(this))
    , m_preview(new QPlainTextEdit(this))
{
    setAccessibleName(tr("Paste several lines"));
    m_where->setWordWrap(true);
    m_where->setTextFormat(Qt::PlainText);
    setRole(m_where, u"error"_s);
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setAccessibleName(tr("What would be pasted"));
    m_preview->setMinimumHeight(48);
    m_preview->setMaximumHeight(160);
    setRole(m_preview, u"mono"_s);
    column().addWidget(m_where);
    column().addWidget(m_preview, 1);
    addButtons(tr("Paste"));
    setDanger(true);
}

void PastePanel::ask(const QString &text, const QString &where)
{
    m_text = text;
    QString shown = text.left(PreviewLimit);
    if (text.size() > PreviewLimit)
        shown += u'…';
    shown.replace(u'\r', u'\n');
    const int lines = int(text.count(u'\r')) + (text.endsWith(u'\r') ? 0 : 1);
    title().setText(tr("Paste %Ln line(s)?", nullptr, lines));
    m_where->setText(where);
    m_preview->setPlainText(shown);
    open();
}

void PastePanel::act()
{
    const auto text = std::exchange(m_text, {});
    dismiss();
    Q_EMIT accepted(text);
}

void PastePanel::back()
{
    m_text.clear(); // it may be secret
    m_preview->clear();
    dismiss();
}

} // namespace workspace
