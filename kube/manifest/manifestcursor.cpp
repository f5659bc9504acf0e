// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/manifest/manifestcursor.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace kube {

namespace {

/// A line of block style: "  - - name: web" is two dashes and a key.
struct LineShape
{
    std::vector<int> dashes = {}; ///< columns from 0
    int keyColumn = -1; ///< -1: no key
    QString key = {};
    int valueColumn = -1; ///< where the value begins, behind the colon
    int contentColumn = 0; ///< where the text behind indentation and dashes begins
    bool isBlank = true; ///< or a comment
};

QString unquotedKey(QStringView text)
{
    if (text.size() >= 2 && (text.front() == u'"' || text.front() == u'\'')
        && text.back() == text.front())
        text = text.sliced(1).chopped(1);
    return text.toString();
}

/// The colon that ends a key; -1 when the text has none.
qsizetype colonIn(QStringView text)
{
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (i == 0 && (c == u'"' || c == u'\''))
            quote = c;
        else if (c == u'#' && i > 0 && text[i - 1] == u' ')
            return -1;
        else if (c == u':' && (i + 1 == text.size() || text[i + 1] == u' '))
            return i;
    }
    return -1;
}

LineShape shapeOf(QStringView line)
{
    LineShape shape;
    qsizetype at = 0;
    while (at < line.size()) {
        if (line[at] == u' ') {
            ++at;
        } else if (line[at] == u'-' && (at + 1 == line.size() || line[at + 1] == u' ')) {
            shape.dashes.push_back(int(at));
            ++at;
        } else {
            break;
        }
    }
    shape.contentColumn = int(at);
    shape.isBlank =
        (at == line.size() && shape.dashes.empty()) || (at < line.size() && line[at] == u'#');
    if (shape.isBlank)
        return shape;
    const auto colon = colonIn(line.sliced(at));
    if (colon < 0)
        return shape;
    shape.keyColumn = int(at);
    shape.key = unquotedKey(line.sliced(at, colon));
    auto value = at + colon + 1;
    while (value < line.size() && line[value] == u' ')
        ++value;
    shape.valueColumn = int(value);
    return shape;
}

bool isMarker(QStringView line)
{
    return line.startsWith("---"_L1) || line.startsWith("..."_L1);
}

class Reader
{
public:
    Reader(const QString &text, qsizetype position)
        : m_lines(QStringView(text).split(u'\n'))
    {
        for (auto &line : m_lines)
            if (line.endsWith(u'\r'))
                line.chop(1);
        const auto before = QStringView(text).first(position);
        m_row = before.count(u'\n');
        m_lineStart = before.lastIndexOf(u'\n') + 1;
        m_column = int(position - m_lineStart);
    }

    ManifestCursor read()
    {
        findDocument();
        const auto line = m_lines[m_row];
        const auto shape = shapeOf(line);
        const auto typed = line.first(qMin(qsizetype(m_column), line.size()));
        int column = m_column;
        if (shape.keyColumn >= 0 && m_column >= shape.valueColumn
            && m_column > shape.keyColumn + shape.key.size()) {
            m_cursor.inValue = true;
            m_cursor.path.prepend(shape.key);
            column = shape.keyColumn;
            takeWord(typed, shape.valueColumn);
        } else if (typed.trimmed().isEmpty()) {
            takeWord(typed, m_column);
        } else {
            column = qMin(shape.contentColumn, m_column);
            m_cursor.onKey = shape.keyColumn >= 0 && m_column >= shape.keyColumn;
            if (m_cursor.onKey)
                m_cursor.path.prepend(shape.key);
            takeWord(typed, column);
        }
        m_cursor.indent = column;
        m_cursor.inText =
            (shape.isBlank && shape.contentColumn < m_column && !line.trimmed().isEmpty())
            || typed.contains(" #"_L1);
        climb(shape, column);
        addSiblingsBelow(m_cursor.indent);
        m_cursor.siblings.removeDuplicates();
        return m_cursor;
    }

private:
    void findDocument()
    {
        m_first = m_row;
        while (m_first > 0 && !isMarker(m_lines[m_first]))
            --m_first;
        m_last = m_row;
        while (m_last + 1 < m_lines.size() && !isMarker(m_lines[m_last + 1]))
            ++m_last;
        for (auto row = m_first; row <= m_last; ++row) {
            const auto line = m_lines[row];
            if (line.startsWith("apiVersion:"_L1))
                m_cursor.apiVersion = unquotedKey(line.sliced(11).trimmed());
            else if (line.startsWith("kind:"_L1))
                m_cursor.kind = unquotedKey(line.sliced(5).trimmed());
        }
    }

    void takeWord(QStringView typed, int from)
    {
        m_cursor.word = typed.sliced(qMin(qsizetype(from), typed.size())).toString();
        m_cursor.wordStart = m_lineStart + from;
    }

    /// Goes up from the cursor to the root, one parent after the other.
    void climb(const LineShape &own, int column)
    {
        m_inList = false;
        bool inOwnMap = !takeDashes(own, column);
        for (auto row = m_row - 1; row >= m_first && (column > 0 || m_inList); --row) {
            if (isMarker(m_lines[row]))
                break;
            const auto shape = shapeOf(m_lines[row]);
            if (shape.isBlank)
                continue;
            if (shape.keyColumn >= 0) {
                const bool parent = m_inList ? shape.keyColumn <= column : shape.keyColumn < column;
                if (parent)
                    takeParent(shape, m_lines[row], column);
                else if (inOwnMap && shape.keyColumn == m_cursor.indent)
                    m_cursor.siblings.append(shape.key);
                inOwnMap = inOwnMap && !parent;
            } else if (shape.contentColumn < column && shape.dashes.empty()) {
                continue; // a text of many lines, or half a key
            }
            if (takeDashes(shape, column))
                inOwnMap = false;
        }
        if (column > 0 || !inOwnMap)
            return;
        for (auto row = m_row - 1; row >= m_first; --row)
            if (const auto shape = shapeOf(m_lines[row]); shape.keyColumn == 0)
                m_cursor.siblings.append(shape.key);
    }

    void takeParent(const LineShape &shape, QStringView line, int &column)
    {
        const auto value = line.sliced(qMin(qsizetype(shape.valueColumn), line.size())).trimmed();
        if (value.startsWith(u'|') || value.startsWith(u'>'))
            m_cursor.inText = true;
        m_cursor.path.prepend(shape.key);
        column = shape.keyColumn;
        m_inList = false;
    }

    /// Whether the line's dashes are parents of what is at `column`.
    bool takeDashes(const LineShape &shape, int &column)
    {
        bool taken = false;
        for (auto at = shape.dashes.rbegin(); at != shape.dashes.rend(); ++at) {
            if (*at >= column)
                continue;
            m_cursor.path.prepend(u"[]"_s);
            column = *at;
            m_inList = true;
            taken = true;
        }
        return taken;
    }

    void addSiblingsBelow(int indent)
    {
        for (auto row = m_row + 1; row <= m_last; ++row) {
            const auto shape = shapeOf(m_lines[row]);
            if (shape.isBlank)
                continue;
            const int first = shape.dashes.empty() ? shape.contentColumn : shape.dashes.front();
            if (first < indent)
                return;
            if (shape.dashes.empty() && shape.keyColumn == indent)
                m_cursor.siblings.append(shape.key);
        }
    }

    QList<QStringView> m_lines;
    qsizetype m_row = 0;
    qsizetype m_first = 0;
    qsizetype m_last = 0;
    qsizetype m_lineStart = 0;
    int m_column = 0;
    bool m_inList = false; ///< the last parent found was an element of a list
    ManifestCursor m_cursor;
};

} // namespace

ManifestCursor cursorAt(const QString &text, qsizetype position)
{
    return Reader(text, qBound(qsizetype(0), position, text.size())).read();
}

} // namespace kube
