// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/inspector/inspectlayout.h"

#include "workspace/look/look.h"
#include "workspace/textview/glyphcache.h"

#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workspace {

QFont inspectFont(const Look &look, InspectFont font)
{
    switch (font) {
    case InspectFont::Title: return look.sans(12.5, QFont::DemiBold);
    case InspectFont::Note: return look.sans(11);
    case InspectFont::Heading: return look.sans(12.5, QFont::Medium);
    case InspectFont::Label: return look.sans(11.5);
    case InspectFont::Value: return look.sans(12);
    case InspectFont::Mono: return look.mono(11.5);
    case InspectFont::Source: return look.sans(10.5);
    }
    Q_UNREACHABLE_RETURN({});
}

namespace {

constexpr qreal Margin = 8; // around the page and between cards
constexpr qreal Padding = 12; // inside a card
constexpr qreal TitleHeight = 32;
constexpr qreal Line = 17;
constexpr qreal SourceLine = 14;
constexpr qreal Gap = 5; // between two items
constexpr qreal LabelColumn = 120;
constexpr qreal WidestCard = 560;
constexpr int MostLines = 6;

/// The text in lines of at most this width; what is over is cut with dots.
QStringList wrapped(const QString &text, const QFont &font, qreal width)
{
    QStringList lines;
    for (const auto &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
            if (lines.size() > MostLines)
                break;
        }
        layout.endLayout();
        if (lines.size() > MostLines)
            break;
    }
    if (lines.size() > MostLines) {
        lines.resize(MostLines);
        lines.last() += u'…';
    }
    return lines;
}

class Placer
{
public:
    Placer(PlacedInspection &page, const Look &look, GlyphCache &glyphs)
        : m_page(page)
        , m_look(look)
        , m_glyphs(glyphs)
    {
    }

    /// Returns where the card ends.
    qreal placeCard(const InspectCard &card, QRectF column)
    {
        m_left = column.left() + Padding;
        m_right = column.right() - Padding;
        m_y = column.top();
        const auto index = m_page.cards.size();
        m_page.cards.emplace_back();
        text({m_left, m_y + 21}, card.heading, InspectFont::Title, TextTone::Plain);
        if (!card.note.isEmpty()) {
            const qreal width = widthOf(card.note, InspectFont::Note);
            text({m_right - width, m_y + 21}, card.note, InspectFont::Note, TextTone::Faint);
        }
        m_y += TitleHeight;
        for (const auto &item : card.items)
            placeItem(item, &item == card.items.data());
        m_y += Padding - Gap;
        m_page.cards[index] =
            QRectF(column.left(), column.top(), column.width(), m_y - column.top());
        return m_y;
    }

private:
    qreal widthOf(const QString &text, InspectFont font) const
    {
        return m_glyphs.widthOf(text, inspectFont(m_look, font));
    }

    void text(QPointF baseline, const QString &text, InspectFont font, TextTone tone, int hot = -1)
    {
        m_page.texts.push_back({baseline, text, m_right - baseline.x() + 1, font, tone, hot});
    }

    int hot(const QRectF &box, const InspectAction &action)
    {
        if (action.kind == InspectAction::Kind::None)
            return -1;
        m_page.hots.push_back({box, action});
        return int(m_page.hots.size()) - 1;
    }

    void placeItem(const InspectItem &item, bool first)
    {
        switch (item.kind) {
        case InspectItem::Kind::Field: placeField(item); break;
        case InspectItem::Kind::Text: placeText(item); break;
        case InspectItem::Kind::Heading: placeHeading(item, first); break;
        case InspectItem::Kind::Chips: placeChips(item); break;
        case InspectItem::Kind::Bar: placeBar(item); break;
        case InspectItem::Kind::Gauge: placeGauge(item); break;
        }
        m_y += Gap;
    }

    /// Lines of text from `left` on; moves on below them.
    void placeLines(const QString &what, qreal left, InspectFont font, TextTone tone, qreal height,
                    const InspectAction &action)
    {
        const auto lines = wrapped(what, inspectFont(m_look, font), m_right - left);
        const int index =
            hot({left - 3, m_y, m_right - left + 6, height * double(lines.size())}, action);
        for (const auto &line : lines) {
            text({left, m_y + height - 4.5}, line, font, tone, index);
            m_y += height;
        }
    }

    void placeSource(const InspectItem &item, qreal left)
    {
        if (!item.source.isEmpty())
            placeLines(item.source, left, InspectFont::Source, TextTone::Faint, SourceLine,
                       item.sourceAction);
    }

    void placeField(const InspectItem &item)
    {
        const qreal column = qMin(LabelColumn, (m_right - m_left) * 0.36);
        const auto labelFont = item.isName ? InspectFont::Mono : InspectFont::Label;
        const bool list = item.label.isEmpty() && item.health;
        const bool stacked = !list && widthOf(item.label, labelFont) > column - 8;
        qreal left = list ? m_left : m_left + column;
        if (!item.label.isEmpty())
            text({m_left, m_y + Line - 4.5}, item.label, labelFont, TextTone::Dim);
        if (stacked) {
            m_y += Line;
            left = m_left + 12;
        }
        if (item.health || item.risky) {
            m_page.marks.push_back(
                {{left, m_y + 2, 12, 12}, item.risky ? std::nullopt : item.health});
            left += 18;
        }
        placeLines(item.text, left, item.mono ? InspectFont::Mono : InspectFont::Value, item.tone,
                   Line, item.action);
        placeSource(item, left);
    }

    void placeText(const InspectItem &item)
    {
        if (item.tone == TextTone::Heading)
            m_y += 3;
        placeLines(item.text, m_left,
                   item.tone == TextTone::Heading ? InspectFont::Label : InspectFont::Value,
                   item.tone == TextTone::Heading ? TextTone::Faint : item.tone, Line, item.action);
    }

    void placeHeading(const InspectItem &item, bool first)
    {
        if (!first) {
            m_y += 4;
            m_page.rules.push_back({m_left, m_y, m_right - m_left, 1});
            m_y += 8;
        }
        qreal left = m_left;
        if (item.health) {
            m_page.marks.push_back({{left, m_y + 2, 13, 13}, item.health});
            left += 20;
        }
        placeLines(item.text, left, InspectFont::Heading, TextTone::Plain, 18, item.action);
        placeSource(item, left);
    }

    void placeChips(const InspectItem &item)
    {
        text({m_left, m_y + Line - 4.5}, item.label, InspectFont::Label, TextTone::Dim);
        m_y += Line + 3;
        static constexpr qreal height = 21;
        qreal x = m_left;
        for (const auto &chip : item.chips) {
            const QString whole = chip.value.isEmpty() ? chip.key : chip.key + u'=' + chip.value;
            const qreal keyWidth = widthOf(
                chip.value.isEmpty() ? chip.key : QString(chip.key + u'='), InspectFont::Mono);
            const qreal full = widthOf(whole, InspectFont::Mono) + 14;
            const qreal width = qMin(full, m_right - m_left);
            if (x > m_left && x + width > m_right) {
                x = m_left;
                m_y += height + 4;
            }
            const QRectF box(x, m_y, width, height);
            m_page.chips.push_back(box);
            const int index = hot(box, {.kind = InspectAction::Kind::Copy, .text = whole});
            const qreal room = width - 13;
            m_page.texts.push_back({{x + 7, m_y + 14.5},
                                    chip.value.isEmpty() ? chip.key : QString(chip.key + u'='),
                                    qMin(keyWidth + 1, room),
                                    InspectFont::Mono,
                                    TextTone::Dim,
                                    index});
            if (room > keyWidth + 8)
                m_page.texts.push_back({{x + 7 + keyWidth, m_y + 14.5},
                                        chip.value.simplified(),
                                        room - keyWidth,
                                        InspectFont::Mono,
                                        TextTone::Plain,
                                        index});
            x += width + 5;
        }
        m_y += height + 2;
    }

    void placeBar(const InspectItem &item)
    {
        const qreal column = qMin(LabelColumn, (m_right - m_left) * 0.36);
        const qreal textWidth = qMax(64.0, widthOf(item.text, InspectFont::Value) + 10);
        text({m_left, m_y + Line - 4.5}, item.label, InspectFont::Label, TextTone::Dim);
        const QRectF box(m_left + column, m_y + 6, m_right - m_left - column - textWidth, 6);
        if (box.width() > 10)
            m_page.bars.push_back({box, item.share, item.tone});
        text({m_right - widthOf(item.text, InspectFont::Value), m_y + Line - 4.5}, item.text,
             InspectFont::Value, TextTone::Plain);
        m_y += Line;
    }

    void placeGauge(const InspectItem &item)
    {
        text({m_left, m_y + Line - 4.5}, item.label, InspectFont::Label, TextTone::Dim);
        qreal x = m_left + 58;
        if (item.risky) {
            m_page.marks.push_back({{x, m_y + 2, 12, 12}, {}});
            x += 18;
        }
        text({x, m_y + Line - 4.5}, item.text, InspectFont::Mono, item.tone);
        const qreal width = widthOf(item.source, InspectFont::Source);
        const qreal left = qMax(x + widthOf(item.text, InspectFont::Mono) + 10, m_right - width);
        const bool fits = left + width <= m_right + 1;
        if (fits && !item.source.isEmpty())
            text({left, m_y + Line - 4.5}, item.source, InspectFont::Source, TextTone::Faint);
        m_y += Line + 2;
        if (!fits)
            placeSource(item, m_left);
        const bool bounded = item.gauge->request || item.gauge->limit;
        const QRectF bar(m_left, m_y + 37, m_right - m_left, 5);
        m_page.gauges.push_back(
            {{m_left, m_y, m_right - m_left, 32}, bounded ? bar : QRectF(), *item.gauge});
        m_y += bounded ? 47 : 36;
    }

    PlacedInspection &m_page;
    const Look &m_look;
    GlyphCache &m_glyphs;
    qreal m_left = 0;
    qreal m_right = 0;
    qreal m_y = 0;
};

} // namespace

PlacedInspection place(const Inspection &inspection, qreal width, const Look &look,
                       GlyphCache &glyphs)
{
    PlacedInspection page;
    const int columns = std::clamp(int((width - Margin) / 400), 1, 4);
    const qreal card = qMin(columns == 1 ? 1e6 : WidestCard, (width - Margin) / columns - Margin);
    std::vector<qreal> ends(size_t(columns), Margin);
    for (const auto &one : inspection.cards) {
        const auto shortest = std::ranges::min_element(ends);
        const auto column = shortest - ends.begin();
        const QRectF box(Margin + double(column) * (card + Margin), *shortest, card, 0);
        *shortest = Placer(page, look, glyphs).placeCard(one, box) + Margin;
    }
    page.height = *std::ranges::max_element(ends);
    return page;
}

} // namespace workspace
