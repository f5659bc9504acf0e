// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/collection/collectionmodel.h"
#include "workspace/collection/columnchoice.h"
#include "workspace/list/listcontent.h"
#include "workspace/look/stamps.h"

namespace workspace {

/// A list with columns that a person arranges: a click on a title sorts by it, its edge drags the
/// width (a double click fits it), the title itself drags the column elsewhere, and a menu (the
/// right button, or Alt+K) chooses which there are. The name stays in view while the others scroll
/// sideways. Which rows and columns there are is the heir's.
class TableContent : public ListContent
{
    Q_OBJECT

public:
    using Column = CollectionModel::Column;

    /// Shows the columns as this person wants them for the kind, and keeps what is changed.
    void remember(const ColumnMemory &memory, const QString &kind);
    const ColumnChoice &choice() const { return m_choice; }

    Qt::CursorShape cursorAt(QPointF position) const override;
    std::vector<MenuEntry> ownMenu() override;

protected:
    /// As ListContent.
    TableContent(Look &look, bool namespaced, const QStringList &nameSpaces, QObject *parent);

    virtual const std::vector<Column> &columns() const = 0; ///< that are shown
    virtual const std::vector<Column> &availableColumns() const = 0;
    virtual QStringList labelKeys() const { return {}; } ///< that can become columns
    virtual bool offersLabels() const { return false; }
    virtual std::vector<MenuEntry> moreEntries() { return {}; } ///< of the menu of columns
    virtual void showChoice(const ColumnChoice &choice) = 0; ///< columns and order
    virtual int sortColumn() const = 0; ///< -1: by health
    virtual Qt::SortOrder sortOrder() const = 0;

    virtual QString cellText(int row, int column) const = 0;
    virtual Health healthAt(int row) const = 0;
    virtual bool hasHealth(int /*row*/) const { return true; } ///< and so a badge
    virtual bool tellsHealth(int row, int column) const = 0;
    virtual bool isFaint(int /*row*/, int /*column*/) const { return false; }
    virtual qreal indentOf(int /*row*/) const { return 0; } ///< of the name
    virtual void paintLead(QPainter & /*painter*/, int /*row*/, const QRectF & /*box*/) { }

    /// For the footer: how many are failing, to look at and pending; no line for none.
    static QStringList troubleTexts(const CollectionModel::Counts &counts);
    QString staleText() const override;

    void paintRow(QPainter &painter, int row, const QRectF &box) override;
    void paintHeader(QPainter &painter) override;
    bool pressHeader(QPointF position) override;
    bool dragHeader(QPointF position) override;
    void releaseHeader() override;
    bool doubleClickHeader(QPointF position) override;
    qreal contentWidth() override;
    bool ownKey(const QKeyEvent &event) override;

    /// Where a column is painted in a row or the header; the name where it stays.
    QRectF columnRect(int column, const QRectF &box) const;
    QRectF columnArea(int column) const; ///< all that is painted of it below the header
    int nameColumn() const; ///< -1: none is shown
    void sortBy(int column);
    void change(const ColumnChoice &choice); ///< shows and keeps it

private:
    struct HeaderHit
    {
        int column = -2; ///< -1: the column of health signs; -2: none
        bool isEdge = false; ///< on the line at the column's right, which drags its width
    };

    void layoutColumns();
    enum class Title { WithArrow, Bare };
    qreal titleWidth(int column, Title title) const;
    qreal rowsWidth(int column, int first, int last) const; ///< of the widest text
    qreal naturalWidth(int column, qreal rows) const;
    qreal leastWidth(int column, qreal rows) const;
    void squeeze(const std::vector<qreal> &least);
    void fit(int column);
    HeaderHit headerAt(QPointF position) const;
    int dropPlace(QPointF position) const;
    void moveColumn(int from, int to);
    void toggleColumn(const QString &id);
    QStringList shownIds() const;
    QRectF clipOf(int column, const QRectF &box) const;
    void paintTitle(QPainter &painter, int column, const QRectF &box);
    void paintCell(QPainter &painter, int row, int column, const QRectF &box);
    void paintReorder(QPainter &painter, const QRectF &box);
    MenuEntry labelMenu();
    MenuEntry sortMenu();
    MenuEntry moveMenu();
    std::vector<MenuEntry> columnMenu();

    Stamps m_badges;
    std::optional<ColumnMemory> m_memory;
    QString m_kind;
    ColumnChoice m_choice;
    std::vector<qreal> m_widths; ///< as painted
    int m_resizing = -1;
    int m_pressed = -2; ///< column whose title the button went down on
    QPointF m_pressedAt;
    QPointF m_headerPointer;
    bool m_reordering = false;
};

} // namespace workspace
