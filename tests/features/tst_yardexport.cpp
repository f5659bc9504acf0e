// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/demoyard.h"

#include "workspace/canvas/yardcanvas.h"
#include "workspace/export/exportdesk.h"
#include "workspace/topbar/noticebar.h"
#include "workspace/yard/yardactions.h"

#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace workspace;

/// A yard on the demo cluster becomes a picture.
class YardExportTest : public QObject, private support::DemoYard
{
    Q_OBJECT

    QTemporaryDir m_out;

    QString out(const char *name) const { return m_out.filePath(QString::fromLatin1(name)); }

    /// Runs an export to its end; gives the problem.
    QString run(const YardExport::Options &options, int *steps = nullptr)
    {
        YardExport work(*m_document, m_window->canvas(), m_window->contents(), m_look, options);
        QSignalSpy finished(&work, &YardExport::finished);
        QSignalSpy progressed(&work, &YardExport::progressed);
        work.start();
        const bool ended = QTest::qWaitFor([&] { return finished.size() == 1; }, 30'000);
        if (steps)
            *steps = int(progressed.size());
        return ended ? finished[0][0].toString() : u"it did not end"_s;
    }

    /// For a person to look at, where one asks for it.
    void keep(const char *name) const
    {
        const auto folder = qEnvironmentVariable("KRATEYARD_SCREENSHOTS");
        if (!folder.isEmpty())
            QFile::copy(out(name), QDir(folder).filePath(QString::fromLatin1(name)));
    }

    QString krateNamed(const QString &label) const
    {
        for (const auto &[id, krate] : m_document->krates()) {
            if (krate.label == label)
                return id;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(serve());
        QVERIFY(openYard());
        const ObjectId web{u"apps/v1"_s, u"Deployment"_s, u"shop"_s, u"checkout"_s};
        const CollectionScope pods{u"v1"_s, u"Pod"_s, {u"shop"_s}};
        yard::open(*m_document, {.cluster = u"demo"_s, .object = web, .label = u"web"_s},
                   {View::Describe, View::Yaml, View::Logs, View::Inspect}, {3000, 3000});
        yard::open(*m_document,
                   {.cluster = u"demo"_s, .collection = pods, .label = u"pods · shop"_s},
                   {View::Collection}, {6000, 3000});
    }

    void init() { QTest::failOnWarning(); }
    void cleanupTestCase() { closeYard(); }

    void aPngShowsTheWholeYard()
    {
        int steps = 0;
        QCOMPARE(run({.path = out("yard.png")}, &steps), QString());
        QCOMPARE(steps, 3); // nothing yet, one, both
        const QImage image(out("yard.png"));
        const auto &krates = m_document->krates();
        const auto bounds = YardExport::boundsOf({krates.begin()->second, krates.rbegin()->second});
        QCOMPARE(image.size(), (bounds.size() * 2).toSize());
        // Every krate has painted something where it stands.
        for (const auto &[id, krate] : krates) {
            const auto &window = krate.windows.front();
            const QRectF area = window.rect.translated(krate.position - bounds.topLeft());
            QSet<QRgb> colors;
            for (qreal y = area.top(); y < area.bottom(); y += 3) {
                for (qreal x = area.left(); x < area.right(); x += 3)
                    colors.insert(image.pixel(QPointF(x * 2, y * 2).toPoint()));
            }
            QVERIFY2(colors.size() > 10, qPrintable(krate.label));
        }
    }

    void anSvgIsLinesAndText()
    {
        QCOMPARE(run({.path = out("yard.svg"), .format = YardExport::Format::Svg}), QString());
        keep("yard.svg");
        QFile file(out("yard.svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString text;
        QString font;
        QString yamlFont;
        int paths = 0;
        int pictures = 0;
        int clips = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isCharacters())
                text += xml.text();
            if (xml.isCharacters() && xml.text().contains("apiVersion"_L1))
                yamlFont = font;
            if (xml.isStartElement() && xml.name() == "text"_L1)
                font = xml.attributes().value("font-family"_L1).toString();
            if (xml.isStartElement() && xml.name() == "path"_L1)
                ++paths;
            if (xml.isStartElement() && xml.name() == "image"_L1)
                ++pictures;
            if (xml.isStartElement() && xml.name() == "clipPath"_L1)
                ++clips;
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(paths > 5);
        QVERIFY(text.contains("web"_L1));
        QVERIFY(text.contains(u"pods · shop"_s));
        QCOMPARE(pictures, 0);
        QVERIFY(clips > 3); // no row reaches out of its window
        QVERIFY(text.contains("Running"_L1)); // what the windows show is text, too
        QVERIFY(text.contains("apiVersion"_L1) || text.contains("resourceVersion"_L1));
        QCOMPARE(yamlFont, m_look.mono(12).family());
        QVERIFY(text.contains("StrategyType"_L1));
    }

    void aPdfIsWhole()
    {
        QCOMPARE(run({.path = out("yard.pdf"), .format = YardExport::Format::Pdf}), QString());
        keep("yard.pdf");
        QFile file(out("yard.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF-1."));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    }

    void onlyWhatWasChosenIsThere()
    {
        const auto id = krateNamed(u"web"_s);
        QVERIFY(!id.isEmpty());
        QCOMPARE(run({.path = out("one.png"), .krates = {id}}), QString());
        const auto bounds = YardExport::boundsOf({*m_document->krate(id)});
        QCOMPARE(QImage(out("one.png")).size(), (bounds.size() * 2).toSize());
    }

    void aCancelledExportLeavesNoFile()
    {
        YardExport work(*m_document, m_window->canvas(), m_window->contents(), m_look,
                        {.path = out("none.png")});
        QSignalSpy finished(&work, &YardExport::finished);
        work.start();
        work.cancel();
        QCOMPARE(finished.size(), 1);
        QVERIFY(!QFile::exists(out("none.png")));
        QTest::qWait(0);
        QCOMPARE(finished.size(), 1);
    }

    void whatCannotBeWrittenIsSaid()
    {
        const auto problem = run({.path = out("no/such/folder/yard.png")});
        QVERIFY2(problem.contains("cannot be written"_L1), qPrintable(problem));
        QVERIFY(!run({.path = out("nobody.png"), .krates = {u"unknown"_s}}).isEmpty());
    }

    void theFormatIsWhatTheNameSays()
    {
        QCOMPARE(YardExport::formatOf(u"a.SVG"_s), YardExport::Format::Svg);
        QCOMPARE(YardExport::formatOf(u"a.pdf"_s), YardExport::Format::Pdf);
        QCOMPARE(YardExport::formatOf(u"a"_s), YardExport::Format::Png);
    }

    void theDeskSaysWhereItIs()
    {
        ExportDesk desk(*m_window, *m_document, m_look);
        QSignalSpy finished(&desk, &ExportDesk::finished);
        desk.write({.path = out("desk.png")});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QCOMPARE(finished[0][0].toString(), QString());
        QVERIFY(m_window->notices().sentences().last().contains("desk.png"_L1));
        QVERIFY(m_window->commands().find(u"export.yard"_s)->canRun());
    }
};

QTEST_MAIN(YardExportTest)
#include "tst_yardexport.moc"
