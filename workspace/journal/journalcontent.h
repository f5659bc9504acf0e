// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/list/listcontent.h"

namespace workspace {

class Journal;

/// What this person did, newest first, with the kubectl line for each. Enter opens the object,
/// Ctrl+C copies the lines of what is marked.
class JournalContent final : public ListContent
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the content. Shows one context, or all of them.
    JournalContent(Journal &journal, const QString &context, Look &look, QObject *parent = nullptr);

    bool handleInput(QEvent &event) override;
    QString toolTipAt(QPointF position) const override;
    Freshness freshness() const override { return Freshness::Live; }

    /// The kubectl lines of what is selected, oldest first, so that they can be run again.
    QString commands() const;

protected:
    int rowCount() const override { return int(m_rows.size()); }
    int total() const override { return m_total; }
    QString idOf(int row) const override;
    int rowOf(const QString &id) const override;
    ObjectId objectAt(int row) const override;
    QString rowText(int row) const override;
    void applyFilter(const QString &text) override;
    QString filterHint() const override;
    Message message() const override;
    QString footerText() const override;
    void paintRow(QPainter &painter, int row, const QRectF &box) override;

private:
    void take();

    Journal &m_journal;
    QString m_context; ///< empty: all
    std::vector<qsizetype> m_rows; ///< places in the journal, newest first
    qsizetype m_first = 0; ///< how many entries were ever pushed out: keeps ids steady
    int m_total = 0;
};

} // namespace workspace
