// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/ansitext.h"

#include <QSpan>
#include <QVarLengthArray>

namespace workspace {

/// One number of a sequence; after a colon it is part of the one before.
struct Code
{
    int value = 0; ///< -1: nothing stood there
    bool isPart = false;
};
static constexpr qsizetype MostCodes = 64;

static int rgbOf(int red, int green, int blue)
{
    const auto byte = [](int value) { return qBound(0, value, 255); };
    return AnsiSpan::RgbFlag | byte(red) << 16 | byte(green) << 8 | byte(blue);
}

// 38, 48 or 58: xterm's `;5;n` and `;2;r;g;b`, and ITU T.416's `:5:n`, `:2:r:g:b` and
// `:2:space:r:g:b`. Returns how many codes belong to it.
static qsizetype readColor(QSpan<const Code> codes, int &color)
{
    qsizetype parts = 1;
    while (parts < codes.size() && codes[parts].isPart)
        ++parts;
    const auto value = [&](qsizetype i) { return codes[i].value; };
    if (parts > 1) {
        if (parts >= 3 && value(1) == 5)
            color = qBound(0, value(2), 255);
        else if (value(1) == 2 && parts >= 6)
            color = rgbOf(value(3), value(4), value(5));
        else if (value(1) == 2 && parts == 5)
            color = rgbOf(value(2), value(3), value(4));
        return parts;
    }
    if (codes.size() >= 3 && value(1) == 5) {
        color = value(2) & 0xff;
        return 3;
    }
    if (codes.size() >= 5 && value(1) == 2) {
        color = rgbOf(value(2), value(3), value(4));
        return 5;
    }
    return 1;
}

// A code that changes how letters look; false for others.
static bool applyShape(int code, AnsiSpan &style)
{
    switch (code) {
    case 1: style.bold = true; return true;
    case 2: style.dim = true; return true;
    case 3: style.italic = true; return true;
    case 4:
    case 21: style.underline = true; return true; // 21: two lines, which one has to stand for
    case 7: style.inverse = true; return true;
    case 9: style.strike = true; return true;
    case 22: style.bold = style.dim = false; return true;
    case 23: style.italic = false; return true;
    case 24: style.underline = false; return true;
    case 27: style.inverse = false; return true;
    case 29: style.strike = false; return true;
    default: return false;
    }
}

// Applies one SGR sequence: ECMA-48 8.3.117, with more colours as xterm has them:
// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html
static void applyStyle(QSpan<const Code> codes, AnsiSpan &style)
{
    qsizetype i = 0;
    while (i < codes.size()) {
        const int code = codes[i].value;
        qsizetype used = 1;
        if (code == 38 || code == 48 || code == 58) {
            int unused = 0; // 58 is the colour of the line under the text
            used = readColor(codes.sliced(i),
                             code == 38       ? style.foreground
                                 : code == 48 ? style.background
                                              : unused);
        } else if (code <= 0) {
            style = {.start = style.start};
        } else if (code == 4 && i + 1 < codes.size() && codes[i + 1].isPart) {
            style.underline = codes[i + 1].value != 0; // 4:3 is a curly one
        } else if (applyShape(code, style)) {
        } else if (code >= 30 && code <= 37) {
            style.foreground = code - 30;
        } else if (code >= 40 && code <= 47) {
            style.background = code - 40;
        } else if (code >= 90 && code <= 97) {
            style.foreground = code - 90 + 8;
        } else if (code >= 100 && code <= 107) {
            style.background = code - 100 + 8;
        } else if (code == 39) {
            style.foreground = AnsiSpan::DefaultColor;
        } else if (code == 49) {
            style.background = AnsiSpan::DefaultColor;
        }
        i += used;
        while (i < codes.size() && codes[i].isPart)
            ++i;
    }
}

// Steps over the escape sequence that begins at `at`; returns the position after it.
static qsizetype skipEscape(QByteArrayView bytes, qsizetype at, AnsiSpan &style)
{
    if (++at >= bytes.size())
        return at;
    if (bytes[at] == ']') { // OSC: up to BEL or ESC \ .
        while (at < bytes.size() && bytes[at] != '\a' && bytes[at] != '\x1b')
            ++at;
        if (at < bytes.size() && bytes[at] == '\x1b')
            ++at;
        return qMin(at + 1, bytes.size());
    }
    if (bytes[at] != '[')
        return at + 1;
    QVarLengthArray<Code, MostCodes> codes{{.value = -1}};
    bool isStyle = true; // private sequences (`ESC [ > 4 m`) are others
    for (++at; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (c >= '0' && c <= '9') {
            auto &value = codes.last().value;
            value = qMin(qMax(value, 0) * 10 + (c - '0'), 9999);
        } else if (c == ';' || c == ':') {
            if (codes.size() == MostCodes)
                isStyle = false; // nobody means that
            else
                codes.append({.value = -1, .isPart = c == ':'});
        } else if (c >= '<' && c <= '?') {
            isStyle = false;
        } else if (c >= '@' && c <= '~') {
            if (c == 'm' && isStyle)
                applyStyle(codes, style);
            return at + 1;
        }
    }
    return at;
}

static void appendPlain(QString &text, QByteArrayView plain)
{
    const auto more = QString::fromUtf8(plain);
    for (const QChar c : more) {
        if (c == u'\t') {
            do {
                text.append(u' ');
            } while (text.size() % 8 != 0);
        } else if (c.unicode() >= 0x20 && c.unicode() != 0x7f) {
            text.append(c);
        }
    }
}

AnsiText ansiText(QByteArrayView bytes)
{
    AnsiText out;
    out.text.reserve(bytes.size());
    AnsiSpan style;
    const auto closeSpan = [&out, &style] {
        style.length = int(out.text.size()) - style.start;
        if (style.length > 0)
            out.spans.push_back(style);
        style.start = int(out.text.size());
    };
    qsizetype at = 0;
    while (at < bytes.size()) {
        const auto escape = bytes.indexOf('\x1b', at);
        appendPlain(out.text, bytes.sliced(at, (escape < 0 ? bytes.size() : escape) - at));
        if (escape < 0)
            break;
        closeSpan();
        at = skipEscape(bytes, escape, style);
    }
    closeSpan();
    return out;
}

} // namespace workspace
