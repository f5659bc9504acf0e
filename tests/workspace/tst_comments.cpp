// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "canvasfixture.h"

#include "workspace/comments/commententry.h"
#include "workspace/comments/commentinbox.h"
#include "workspace/comments/commentpanel.h"
#include "workspace/comments/commenttext.h"
#include "workspace/comments/mentions.h"
#include "workspace/session/session.h"
#include "workspace/yarddoc/yardmigration.h"
#include "workspace/yarddoc/yardstore.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimeZone>
#include <QToolButton>

/// A yard with one krate, what people wrote to it, and who reads it.
class CommentsTest : public CanvasFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp();
        m_comments = std::make_unique<YardComments>(*m_document);
        m_session = std::make_unique<Session>();
        m_inbox = std::make_unique<CommentInbox>(*m_comments, *m_session);
        m_inbox->setMe(u"Ada"_s);
        m_panel = new CommentPanel(*m_comments, *m_inbox, *m_look, m_canvas.get());
    }

    void cleanup()
    {
        m_canvas.reset();
        m_inbox.reset();
        m_comments.reset();
    }

    void mentionsAreTheLongestNamesThatFit()
    {
        const QStringList names{u"Ada"_s, u"Ada Lovelace"_s, u"Bob"_s};
        const auto found = mentionsIn(u"@ada lovelace, @Bob and x@ada.org, @Bobby"_s, names);
        const std::vector<Mention> wanted{{0, 13, u"Ada Lovelace"_s}, {15, 4, u"Bob"_s}};
        QCOMPARE(found, wanted);
        QVERIFY(isMentioned(u"hello @ADA!"_s, u"Ada"_s));
        QVERIFY(!isMentioned(u"hello ada"_s, u"Ada"_s));
        QVERIFY(!isMentioned(u"@"_s, {}));
    }

    void aNameThatIsTypedIsFound()
    {
        QCOMPARE(mentionBegun(u"hi @lo"_s, 6), (MentionBegun{3, u"lo"_s}));
        QVERIFY(!mentionBegun(u"mail a@lo"_s, 9));
        QVERIFY(!mentionBegun(u"@a\nb"_s, 4));
        QCOMPARE(namesFor(u"lo"_s, {u"Bob"_s, u"Ada Lovelace"_s, u"Lou"_s}),
                 (QStringList{u"Ada Lovelace"_s, u"Lou"_s}));
    }

    void timesAreTold()
    {
        const auto now = QDateTime::currentDateTimeUtc();
        QCOMPARE(timeAgo(now.addSecs(500), now), u"just now"_s); // another clock
        QCOMPARE(timeAgo(now.addSecs(-600), now), u"10 min ago"_s);
        QCOMPARE(timeAgo(now.addSecs(-3 * 3600), now), u"3 h ago"_s);
        QCOMPARE(timeAgo(now.addDays(-3), now), u"3 days ago"_s);
    }

    void whatOthersWriteIsNewUntilItIsRead()
    {
        QSignalSpy told(m_inbox.get(), &CommentInbox::tallyChanged);
        m_comments->add(m_krate, u"mine"_s, u"Ada"_s);
        QCOMPARE(m_inbox->tally(m_krate), (CommentTally{1, false}));
        m_comments->add(m_krate, u"look"_s, u"Bob"_s);
        QCOMPARE(m_inbox->tally(m_krate), (CommentTally{2, true}));
        QCOMPARE(told.size(), 2);
        QCOMPARE(m_inbox->nextUnread(), m_krate);
        m_inbox->markRead(m_krate);
        QCOMPARE(m_inbox->tally(m_krate), (CommentTally{2, false}));
        // It is remembered, and nobody else learns of it.
        CommentInbox later(*m_comments, *m_session);
        later.setMe(u"Ada"_s);
        QCOMPARE(later.tally(m_krate), (CommentTally{2, false}));
    }

    void oldOnesAreNotNew()
    {
        write({.id = u"old"_s,
               .krate = m_krate,
               .text = u"long ago"_s,
               .author = u"Bob"_s,
               .at = QDateTime::currentDateTimeUtc().addDays(-31)});
        QCOMPARE(m_inbox->tally(m_krate), (CommentTally{1, false}));
    }

    void aMentionIsToldOnce()
    {
        QSignalSpy mentioned(m_inbox.get(), &CommentInbox::mentioned);
        m_comments->add(m_krate, u"@Bob look"_s, u"Carl"_s);
        m_comments->add(m_krate, u"I am @Ada"_s, u"Ada"_s);
        QCOMPARE(mentioned.size(), 0);
        m_comments->add(m_krate, u"@ada look"_s, u"Bob"_s);
        m_comments->add(m_krate, u"again"_s, u"Bob"_s);
        QCOMPARE(mentioned.size(), 1);
    }

    void thePanelShowsTheThreadAsPlainText()
    {
        const auto text = u"<b>bold</b> @Ada\nsecond line"_s;
        m_comments->add(m_krate, text, u"<i>Bob</i>"_s);
        m_panel->openKrate(m_krate, u"web"_s);
        QVERIFY(m_panel->isVisible());
        const auto *shown = m_panel->findChild<CommentText *>();
        QVERIFY(shown);
        QCOMPARE(shown->text(), text);
        QVERIFY(shown->height() > 2 * shown->fontMetrics().height() - 4);
        const auto labels = m_panel->findChildren<QLabel *>();
        const auto author = std::ranges::find(labels, u"<i>Bob</i>"_s, &QLabel::text);
        QVERIFY(author != labels.end());
        QCOMPARE((*author)->textFormat(), Qt::PlainText);
        QVERIFY(!m_inbox->tally(m_krate).hasUnread); // it is read now
    }

    void enterSendsAndShiftEnterBeginsALine()
    {
        m_panel->openKrate(m_krate, u"web"_s);
        auto *field = &m_panel->entry().field();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"one"_s);
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(field, u"two"_s);
        QVERIFY(m_comments->all().empty());
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_comments->all().size(), size_t(1));
        const auto &sent = m_comments->all().front();
        QCOMPARE(sent.text, u"one\ntwo"_s);
        QCOMPARE(sent.author, u"Ada"_s);
        QCOMPARE(sent.title, u"web"_s);
        QCOMPARE(field->toPlainText(), QString());
        QTRY_COMPARE(m_panel->findChildren<CommentText *>().size(), 1);
    }

    void peopleAreOffered()
    {
        m_panel->setPeople({u"Bob"_s, u"Berta Benz"_s});
        m_panel->openKrate(m_krate, u"web"_s);
        auto *field = &m_panel->entry().field();
        QTest::keyClicks(field, u"hi @b"_s);
        QVERIFY(m_panel->entry().isOffering());
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(field->toPlainText(), u"hi @Berta Benz "_s);
        QVERIFY(!m_panel->entry().isOffering());
        QVERIFY(m_comments->all().empty());
        QTest::keyClicks(field, u"@b"_s);
        QTest::keyClick(field, Qt::Key_Escape); // the offer goes, the panel stays
        QVERIFY(m_panel->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!m_panel->isVisible());
        m_panel->openKrate(m_krate, u"web"_s); // what was not sent is still there
        QCOMPARE(field->toPlainText(), u"hi @Berta Benz @b"_s);
    }

    void whatIsTooLongIsNotSent()
    {
        m_panel->openKrate(m_krate, u"web"_s);
        m_panel->entry().setText(QString(schema::LongestComment + 1, u'x'));
        QTest::keyClick(&m_panel->entry().field(), Qt::Key_Return);
        QVERIFY(m_comments->all().empty());
        QCOMPARE(m_panel->entry().text().size(), schema::LongestComment + 1);
        const auto labels = m_panel->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"16,384"_s);
        }));
    }

    void onesOwnCanBeDeletedAndComeBack()
    {
        m_comments->add(m_krate, u"theirs"_s, u"Bob"_s);
        m_comments->add(m_krate, u"mine"_s, u"Ada"_s);
        m_panel->openKrate(m_krate, u"web"_s);
        const auto buttons = m_panel->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 1);
        QTest::mouseClick(buttons.front(), Qt::LeftButton);
        QTRY_COMPARE(m_comments->all().size(), size_t(1));
        QCOMPARE(m_comments->all().front().text, u"theirs"_s);
        m_document->undo();
        QCOMPARE(m_comments->all().size(), size_t(2));
    }

    void aViewerReadsOnly()
    {
        m_comments->add(m_krate, u"mine"_s, u"Ada"_s);
        m_panel->setReadOnly(true);
        m_panel->openKrate(m_krate, u"web"_s);
        QVERIFY(!m_panel->entry().isVisible());
        QVERIFY(m_panel->findChildren<QToolButton *>().isEmpty());
    }

    void commentsOutliveTheirKrate()
    {
        m_comments->add(m_krate, u"keep me"_s, u"Bob"_s, u"web"_s);
        yard::dismiss(*m_document, m_krate);
        QVERIFY(!m_document->krate(m_krate));
        m_panel->openRemoved([this](const QString &id) { return m_document->krate(id); });
        QCOMPARE(m_panel->findChildren<CommentText *>().size(), 1);
        const auto labels = m_panel->findChildren<QLabel *>();
        QVERIFY(std::ranges::find(labels, u"web"_s, &QLabel::text) != labels.end());
        m_document->undo(); // the krate is back, and so are they
        m_panel->refresh();
        QTRY_COMPARE(m_panel->findChildren<CommentText *>().size(), 0);
        QCOMPARE(m_inbox->tally(m_krate).comments, 1);
    }

    void theMarkOpensThem()
    {
        m_factory->statuses[u"web"_s] = {.comments = 3, .hasUnread = true};
        Q_EMIT m_factory->statusChanged(m_krate);
        QSignalSpy wanted(m_canvas.get(), &YardCanvas::commentsRequested);
        const auto frame = layout::bounds(record());
        // Left of the pin; the header is at zoom 0.92.
        const auto mark = screen(QPointF(frame.right() - 30 - 26 * 3 - 24, frame.top() + 32));
        hover(mark);
        QCOMPARE(m_canvas->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, mark);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.front().front().toString(), m_krate);
        m_factory->statuses[u"web"_s] = {};
        Q_EMIT m_factory->statusChanged(m_krate);
        hover(mark + QPoint(0, 3));
        QCOMPARE(m_canvas->cursor().shape(), Qt::ArrowCursor);
    }

    void theMarkOfACardOpensThem()
    {
        m_factory->statuses[u"web"_s] = {.comments = 120};
        Q_EMIT m_factory->statusChanged(m_krate);
        m_canvas->setView({layout::bounds(record()).center(), 0.3});
        QVERIFY(m_canvas->showsCards());
        QSignalSpy wanted(m_canvas.get(), &YardCanvas::commentsRequested);
        bool isFound = false;
        const auto middle = screen(layout::bounds(record()).center());
        for (int x = 0; x < 130 && !isFound; x += 6) {
            QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, middle + QPoint(x, -26));
            isFound = !wanted.isEmpty();
        }
        QVERIFY(isFound);
    }

    void aCopyOfAYardHasThem()
    {
        m_comments->add(m_krate, u"hello"_s, u"Bob"_s);
        m_comments->add(u"gone"_s, u"old"_s, u"Bob"_s, u"what was"_s);
        const auto copy = withNewIds({.updates = {YardStore::stateOf(m_document->doc())}});
        int broken = 0;
        YardDocument other;
        other.load(YardStore::docOf(copy, broken), {});
        const YardComments copied(other);
        QCOMPARE(copied.all().size(), size_t(2));
        const auto id = other.krates().begin()->first;
        QVERIFY(id != m_krate);
        QCOMPARE(copied.of(id).front().text, u"hello"_s);
        const auto gone = std::ranges::find(copied.all(), u"old"_s, &CommentRecord::text);
        QVERIFY(gone->krate != u"gone"_s);
        QCOMPARE(gone->title, u"what was"_s);
    }

private:
    void write(const CommentRecord &comment)
    {
        m_document->write({}, [&] { writeComment(m_document->doc(), comment); });
    }

    std::unique_ptr<YardComments> m_comments;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<CommentInbox> m_inbox;
    CommentPanel *m_panel = nullptr; ///< the canvas's
};

QTEST_MAIN(CommentsTest)
#include "tst_comments.moc"
