// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fakecontents.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/yard/layout.h"
#include "workspace/yard/yardactions.h"

#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace workspace;
using namespace Qt::StringLiterals;

/// A canvas with one krate of two windows that show fake contents.
class CanvasFixture : public QObject
{
    Q_OBJECT

protected Q_SLOTS:
    void init() { setUp(); }

    void cleanup() { m_canvas.reset(); }

protected:
    void setUp()
    {
        QTest::failOnWarning();
        m_look = std::make_unique<Look>(Theme::darkTheme());
        m_factory = std::make_unique<FakeFactory>(*m_look);
        m_document = std::make_unique<YardDocument>();
        const KrateRecord pod{.cluster = u"kind"_s,
                              .object = ObjectId{u"v1"_s, u"Pod"_s, u"shop"_s, u"web"_s},
                              .label = u"web"_s};
        m_krate = yard::open(*m_document, pod, {View::Yaml, View::Logs}, {6000, 4000});
        m_canvas = std::make_unique<YardCanvas>(*m_document, *m_factory, *m_look);
        m_canvas->setMotion(false);
        m_canvas->resize(1200, 800);
        m_canvas->show();
        m_canvas->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
        QTRY_VERIFY(content(0) && content(1)); // pictures are made within a budget a frame
    }

    KrateRecord record() const { return *m_document->krate(m_krate); }
    WindowRecord window(size_t index) const { return record().windows.at(index); }
    FakeContent *content(size_t index) const
    {
        return static_cast<FakeContent *>(m_canvas->contentOf(window(index).id));
    }
    QPoint screen(QPointF world) const { return m_canvas->toScreen(world).toPoint(); }
    /// A point of a window, in window units from its top left corner.
    QPoint onWindow(size_t index, QPointF point) const
    {
        return screen(record().position + window(index).rect.topLeft() + point);
    }
    QPoint onHeader() const
    {
        return screen(layout::bounds(record()).topLeft() + QPointF(300, 30));
    }

    void wheel(QPoint at, QPoint angle, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(at, m_canvas->mapToGlobal(at), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_canvas.get(), &event);
    }

    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton)
    {
        QTest::mouseMove(m_canvas.get(), from);
        QTest::mousePress(m_canvas.get(), button, {}, from);
        QTest::mouseMove(m_canvas.get(), (from + to) / 2);
        QTest::mouseMove(m_canvas.get(), to);
        QTest::mouseRelease(m_canvas.get(), button, {}, to);
    }

    void hover(QPoint at)
    {
        QTest::mouseMove(m_canvas.get(),
                         at + QPoint(1, 1)); // no event where the pointer is already
        QTest::mouseMove(m_canvas.get(), at);
    }

    std::unique_ptr<Look> m_look;
    std::unique_ptr<FakeFactory> m_factory;
    std::unique_ptr<YardDocument> m_document;
    std::unique_ptr<YardCanvas> m_canvas;
    QString m_krate;
};
