// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/forward/forwardbook.h"
#include "workspace/list/listcontent.h"

namespace workspace {

/// The port forwards of a person, of every cluster, newest first: where each leads, how it is, what
/// went through. Enter starts and stops, Alt+B opens the browser, Ctrl+C copies the URL, Delete
/// forgets; the same by the words in each row.
class ForwardContent final : public ListContent
{
    Q_OBJECT

public:
    /// Both are borrowed and must outlive the content.
    ForwardContent(ForwardBook &book, Look &look, QObject *parent = nullptr);

    bool handleInput(QEvent &event) override;
    QString toolTipAt(QPointF position) const override;
    Qt::CursorShape cursorAt(QPointF position) const override;
    Freshness freshness() const override { return Freshness::Live; }

    /// What can be done with a row.
    enum class Deed { Start, Stop, Browse, CopyUrl, FreePort, Remove };
    void act(int row, Deed deed);
    /// The deeds that a row offers, in their order.
    std::vector<Deed> deedsOf(int row) const;
    /// Where the word of a deed stands; for tests.
    QRectF deedRect(int row, Deed deed) const;

protected:
    int rowCount() const override { return int(m_rows.size()); }
    int total() const override { return int(m_book.entries().size()); }
    QString idOf(int row) const override { return QString::number(m_rows[size_t(row)]); }
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
    const ForwardBook::Entry &entryAt(int row) const;
    static QString wordOf(Deed deed);
    QRectF rowBox(int row) const;
    std::vector<std::pair<Deed, QRectF>> deedRects(int row, const QRectF &box) const;
    std::optional<Deed> deedAt(QPointF position) const;
    bool key(const QKeyEvent &event);

    ForwardBook &m_book;
    std::vector<int> m_rows; ///< ids
    mutable std::map<int, QRectF> m_boxes; ///< by id, as painted last
};

} // namespace workspace
