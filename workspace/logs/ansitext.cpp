// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/logs/ansitext.h"

#include <QList>

namespace workspace {

// Applies one SGR sequence: ECMA-48 8.3.117, with xterm's 38 and 48 for more colours.
static void applyStyle(const QList<int> &codes, AnsiSpan &style)
{
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const int code = codes[i];
        if (code == 0) {
            style = {.start = style.start};
        } else if (code == 1) {
            style.bold = true;
        } else if (code == 2) {
            style.dim = true;
        } else if (code == 4) {
            style.underline = true;
        } else if (code == 22) {
            style.bold = style.dim = false;
        } else if (code == 24) {
            style.underline = false;
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
        } else if (code == 38 || code == 48) {
            auto &color = code == 38 ? style.foreground : style.background;
            if (i + 2 < codes.size() && codes[i + 1] == 5) {
                color = codes[i + 2] & 0xff;
                i += 2;
            } else if (i + 4 < codes.size() && codes[i + 1] == 2) {
                color = AnsiSpan::RgbFlag | (codes[i + 2] & 0xff) << 16 | (codes[i + 3] & 0xff) << 8
                    | (codes[i + 4] & 0xff);
                i += 4;
            }
        }
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
    QList<int> codes;
    int number = 0;
    for (++at; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (c >= '0' && c <= '9') {
            number = qMin(number * 10 + (c - '0'), 9999);
        } else if (c == ';' || c == ':') {
            codes.append(number);
            number = 0;
        } else if (c >= '@' && c <= '~') {
            codes.append(number);
            if (c == 'm')
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
