// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "terminalfixture.h"

#include <QStandardPaths>

#include <array>

using namespace Qt::StringLiterals;

/// Every key sends what xterm sends for it:
/// https://invisible-island.net/xterm/ctlseqs/ctlseqs.html, "PC-Style Function Keys".
class TerminalKeysTest : public QObject
{
    Q_OBJECT

    struct Cased
    {
        Qt::Key key = Qt::Key_unknown;
        const char *name = "";
        const char *bytes = ""; ///< without modifiers
    };

    // How xterm writes the modifiers held: 1 + Shift 1 + Alt 2 + Ctrl 4.
    static int numberOf(Qt::KeyboardModifiers held)
    {
        return 1 + (held & Qt::ShiftModifier ? 1 : 0) + (held & Qt::AltModifier ? 2 : 0)
            + (held & Qt::ControlModifier ? 4 : 0);
    }

    // CSI n ~ becomes CSI n ; m ~, and CSI H or SS3 H become CSI 1 ; m H.
    static QByteArray modified(const QByteArray &bytes, int number)
    {
        if (bytes.endsWith('~'))
            return bytes.chopped(1) + ';' + QByteArray::number(number) + '~';
        return "\x1b[1;" + QByteArray::number(number) + bytes.last(1);
    }

    static std::vector<Cased> functionKeys()
    {
        return {{Qt::Key_F1, "F1", "\x1bOP"},     {Qt::Key_F2, "F2", "\x1bOQ"},
                {Qt::Key_F3, "F3", "\x1bOR"},     {Qt::Key_F4, "F4", "\x1bOS"},
                {Qt::Key_F5, "F5", "\x1b[15~"},   {Qt::Key_F6, "F6", "\x1b[17~"},
                {Qt::Key_F7, "F7", "\x1b[18~"},   {Qt::Key_F8, "F8", "\x1b[19~"},
                {Qt::Key_F9, "F9", "\x1b[20~"},   {Qt::Key_F10, "F10", "\x1b[21~"},
                {Qt::Key_F11, "F11", "\x1b[23~"}, {Qt::Key_F12, "F12", "\x1b[24~"}};
    }

    static std::vector<Cased> cursorKeys()
    {
        return {{Qt::Key_Up, "Up", "\x1b[A"},       {Qt::Key_Down, "Down", "\x1b[B"},
                {Qt::Key_Right, "Right", "\x1b[C"}, {Qt::Key_Left, "Left", "\x1b[D"},
                {Qt::Key_Home, "Home", "\x1b[H"},   {Qt::Key_End, "End", "\x1b[F"}};
    }

    static std::vector<Cased> editingKeys()
    {
        return {{Qt::Key_Insert, "Insert", "\x1b[2~"},
                {Qt::Key_Delete, "Delete", "\x1b[3~"},
                {Qt::Key_PageUp, "PgUp", "\x1b[5~"},
                {Qt::Key_PageDown, "PgDown", "\x1b[6~"}};
    }

    static QByteArray press(Screen &screen, Qt::Key key, Qt::KeyboardModifiers held,
                            const QString &text = {})
    {
        QByteArray typed;
        auto &surface = screen.surface();
        const auto taking = QObject::connect(&surface, &workspace::ShellSurface::typed, &surface,
                                             [&](const QByteArray &bytes) { typed += bytes; });
        QKeyEvent event(QEvent::KeyPress, key, held, text);
        QCoreApplication::sendEvent(surface.focusProxy(), &event);
        QObject::disconnect(taking);
        return typed;
    }

    static void addRow(const QByteArray &name, Qt::Key key, Qt::KeyboardModifiers held,
                       const QString &text, const QByteArray &bytes)
    {
        QTest::newRow(name.constData()) << key << held << text << bytes;
    }

    static void addModified(const Cased &key, bool scrollsWithShift)
    {
        for (int bits = 1; bits < 8; ++bits) {
            Qt::KeyboardModifiers held;
            held.setFlag(Qt::ShiftModifier, bits & 1);
            held.setFlag(Qt::AltModifier, bits & 2);
            held.setFlag(Qt::ControlModifier, bits & 4);
            // Shift scrolls the history, or pastes, as in xterm.
            if (scrollsWithShift && (bits & 1))
                continue;
            addRow(key.name + QByteArray(" with ") + QByteArray::number(bits), key.key, held, {},
                   modified(key.bytes, numberOf(held)));
        }
    }

    static void addColumns()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("held");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QTest::failOnWarning(); }

    void keysSendWhatXtermSends_data()
    {
        addColumns();
        for (const auto &key : functionKeys()) {
            addRow(key.name, key.key, {}, {}, key.bytes);
            addModified(key, false);
        }
        for (const auto &key : cursorKeys()) {
            addRow(key.name, key.key, {}, {}, key.bytes);
            addModified(key, key.key != Qt::Key_Left && key.key != Qt::Key_Right);
        }
        for (const auto &key : editingKeys()) {
            addRow(key.name, key.key, {}, {}, key.bytes);
            addModified(key, key.key != Qt::Key_Delete);
        }
        addRow("Backspace", Qt::Key_Backspace, {}, {}, "\x7f");
        addRow("Ctrl+Backspace", Qt::Key_Backspace, Qt::ControlModifier, {}, "\b");
        addRow("Alt+Backspace", Qt::Key_Backspace, Qt::AltModifier, {}, "\x1b\x7f");
        addRow("Tab", Qt::Key_Tab, {}, u"\t"_s, "\t");
        addRow("Shift+Tab", Qt::Key_Backtab, Qt::ShiftModifier, {}, "\x1b[Z");
        addRow("Return", Qt::Key_Return, {}, u"\r"_s, "\r");
        addRow("Escape", Qt::Key_Escape, {}, u"\x1b"_s, "\x1b");
        addRow("Ctrl+Space", Qt::Key_Space, Qt::ControlModifier, u" "_s, QByteArray(1, '\0'));
    }
    void keysSendWhatXtermSends() { pressAndCompare({}); }

    void theKeypadSendsWhatIsWrittenOnIt_data()
    {
        addColumns();
        for (int digit = 0; digit <= 9; ++digit)
            addRow("keypad " + QByteArray::number(digit), Qt::Key(Qt::Key_0 + digit),
                   Qt::KeypadModifier, QString::number(digit), QByteArray::number(digit));
        addRow("keypad Enter", Qt::Key_Enter, Qt::KeypadModifier, u"\r"_s, "\r");
        addRow("keypad +", Qt::Key_Plus, Qt::KeypadModifier, u"+"_s, "+");
        addRow("keypad Home", Qt::Key_Home, Qt::KeypadModifier, {}, "\x1b[H");
        addRow("keypad Left", Qt::Key_Left, Qt::KeypadModifier, {}, "\x1b[D");
        addRow("keypad PgUp", Qt::Key_PageUp, Qt::KeypadModifier, {}, "\x1b[5~");
        addRow("keypad Delete", Qt::Key_Delete, Qt::KeypadModifier, {}, "\x1b[3~");
    }
    void theKeypadSendsWhatIsWrittenOnIt() { pressAndCompare({}); }

    void lettersGoWithTheirModifiers_data()
    {
        addColumns();
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            const auto key = Qt::Key(Qt::Key_A + letter - 'a');
            const QString text(QLatin1Char{letter});
            const QByteArray plain(1, letter);
            addRow(plain, key, {}, text, plain);
            addRow("Alt+" + plain, key, Qt::AltModifier, text, "\x1b" + plain);
            const QByteArray control(1, char(letter - 'a' + 1));
            addRow("Ctrl+" + plain, key, Qt::ControlModifier, QString::fromLatin1(control),
                   control);
            addRow("Ctrl+Alt+" + plain, key, Qt::ControlModifier | Qt::AltModifier,
                   QString::fromLatin1(control), "\x1b" + control);
        }
        addRow("Alt+.", Qt::Key_Period, Qt::AltModifier, u"."_s, "\x1b.");
        addRow("Alt+1", Qt::Key_1, Qt::AltModifier, u"1"_s,
               "\x1b"
               "1");
        addRow("Alt+Shift+X", Qt::Key_X, Qt::AltModifier | Qt::ShiftModifier, u"X"_s, "\x1bX");
        addRow("umlaut", Qt::Key_Adiaeresis, {}, u"ä"_s, "ä");
        addRow("han", Qt::Key_unknown, {}, u"漢"_s, "漢");
        addRow("AltGr", Qt::Key_At, Qt::GroupSwitchModifier, u"@"_s, "@");
    }
    void lettersGoWithTheirModifiers() { pressAndCompare({}); }

    void programsMayAskForApplicationKeys_data()
    {
        addColumns();
        for (const auto &key : cursorKeys()) {
            QByteArray bytes(key.bytes);
            addRow(key.name, key.key, {}, {}, "\x1bO" + bytes.last(1));
            addRow(QByteArray("Ctrl+") + key.name, key.key, Qt::ControlModifier, {},
                   modified(bytes, 5));
        }
    }
    void programsMayAskForApplicationKeys() { pressAndCompare("\x1b[?1h"); }

    /// In the alternate screen there is no history to scroll.
    void fullScreenProgramsGetShiftToo_data()
    {
        addColumns();
        for (const auto &key : cursorKeys())
            addRow(key.name, key.key, Qt::ShiftModifier, {}, modified(key.bytes, 2));
        addRow("PgUp", Qt::Key_PageUp, Qt::ShiftModifier, {}, "\x1b[5;2~");
    }
    void fullScreenProgramsGetShiftToo() { pressAndCompare("\x1b[?1049h"); }

private:
    void pressAndCompare(const QByteArray &mode)
    {
        QFETCH(Qt::Key, key);
        QFETCH(Qt::KeyboardModifiers, held);
        QFETCH(QString, text);
        if (!mode.isEmpty())
            QVERIFY(m_screen->show(mode));
        QTEST(press(*m_screen, key, held, text), "bytes");
        if (!mode.isEmpty())
            QVERIFY(m_screen->show(QByteArray(mode).replace('h', 'l')));
    }

    workspace::Look m_look{workspace::Theme::darkTheme()};
    std::unique_ptr<Screen> m_screen = std::make_unique<Screen>(m_look);
};

QTEST_MAIN(TerminalKeysTest)
#include "tst_terminalkeys.moc"
