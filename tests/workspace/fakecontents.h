// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workspace/look/look.h"
#include "workspace/window/contentfactory.h"
#include "workspace/yard/kinds.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QWidget>

#include <map>

/// A content that shows lines of text and remembers what it was told.
class FakeContent : public workspace::WindowContent
{
    Q_OBJECT

public:
    FakeContent(const workspace::Look &look, const QStringList &shown)
        : m_look(look)
        , lines(shown)
    {
    }
    ~FakeContent() override
    {
        if (heardAtTheEnd)
            *heardAtTheEnd = isSignalConnected(QMetaMethod::fromSignal(&FakeContent::updated));
        delete live;
    }

    void setSize(QSizeF newSize) override
    {
        size = newSize;
        ++resizes;
    }

    void paint(QPainter &painter, bool focused) override
    {
        ++paints;
        paintedFocused = focused;
        const auto &theme = m_look.theme();
        painter.setFont(m_look.mono(12));
        qreal y = 20;
        for (const auto &line : lines) {
            if (y > size.height() + 12)
                break;
            painter.setPen(line.contains(u"ERROR")      ? theme.error
                               : line.contains(u"WARN") ? theme.warn
                                                        : theme.textDim);
            painter.drawText(QPointF(14, y), line);
            y += 18;
        }
    }

    bool handleInput(QEvent &event) override
    {
        seen.append(event.type());
        if (event.isPointerEvent() && event.type() != QEvent::Wheel)
            lastPosition = static_cast<QMouseEvent &>(event).position();
        if (event.type() == QEvent::Wheel)
            return usesWheel;
        if (event.type() == QEvent::KeyPress) {
            const QString text = static_cast<QKeyEvent &>(event).text();
            if (!usesKeys || text.isEmpty())
                return false;
            typed += text;
            return true;
        }
        return true;
    }

    Freshness freshness() const override { return fresh; }
    QString statusText() const override { return {}; }
    QString accessibleText() const override { return lines.join(u'\n'); }
    QVariant draft() const override { return typed.isEmpty() ? QVariant() : QVariant(typed); }
    void setDraft(const QVariant &draft) override { typed = draft.toString(); }
    workspace::ContentRows *contentRows() override { return fakeRows; }
    QWidget *liveWidget() override { return live; }
    void setLiveZoom(qreal zoom) override { liveZoom = zoom; }

    const workspace::Look &m_look;
    QStringList lines;
    QSizeF size;
    int resizes = 0;
    int paints = 0;
    bool paintedFocused = false;
    bool usesWheel = false;
    bool usesKeys = false;
    QString typed;
    QPointF lastPosition;
    QList<QEvent::Type> seen;
    Freshness fresh = Freshness::Live;
    QPointer<QWidget> live;
    workspace::ContentRows *fakeRows = nullptr;
    qreal liveZoom = 0;
    bool *heardAtTheEnd = nullptr; ///< set when it goes: whether anybody still listened
};

/// Makes FakeContents and answers with statuses set by hand.
class FakeFactory : public workspace::ContentFactory
{
    Q_OBJECT

public:
    explicit FakeFactory(const workspace::Look &look)
        : m_look(look)
    {
    }

    std::unique_ptr<workspace::WindowContent> make(const workspace::KrateRecord &,
                                                   const workspace::WindowRecord &window) override
    {
        ++made;
        const QStringList &lines = texts[window.view];
        auto content = std::make_unique<FakeContent>(m_look, lines);
        if (prepare)
            prepare(*content, window);
        return content;
    }

    workspace::KrateStatus status(const workspace::KrateRecord &krate) const override
    {
        const auto found = statuses.find(krate.label);
        auto status = found == statuses.end()
            ? workspace::KrateStatus{.health = workspace::Health::Ok,
                                     .word = QStringLiteral("Running")}
            : found->second;
        status.kind = kindOf(krate);
        if (krate.object)
            status.views = workspace::detailViews(krate.object->kind);
        return status;
    }

    std::map<workspace::View, QStringList> texts;
    std::map<QString, workspace::KrateStatus> statuses;
    std::function<void(FakeContent &, const workspace::WindowRecord &)> prepare;
    int made = 0;

private:
    const workspace::Look &m_look;
};
