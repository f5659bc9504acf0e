// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A scrolled frame of the log window while lines come in, beside one of a QPlainTextEdit with the
// same lines and nothing else to do. Both scroll a page a frame, so that every line of it is new,
// and paint into a picture of 1280x900. Time of the processor, not of the clock.

#include "aims.h"

#include "kube/logstore/stamp.h"
#include "workspace/logs/logcontent.h"
#include "workspace/look/look.h"

#include <QApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStandardPaths>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

constexpr int Lines = 50'000;
constexpr int Frames = 600;
constexpr int LinesAFrame = 1'600; ///< about 100,000 a second at 60 frames
constexpr QSize Size(1280, 900);

class IngestedFeed final : public workspace::LogFeed
{
public:
    void read(const Request &request) override { m_request = request; }
    const Request &request() const override { return m_request; }
    Choices choices() const override { return {}; }
    void reconnect() override { }
    void setPaused(bool) override { }
    State state() const override { return State::Live; }
    int attempt() const override { return 0; }
    const kube::Error &error() const override { return m_error; }
    std::vector<Stream> streams() const override { return {}; }
    Stats stats() const override { return {}; }

private:
    Request m_request;
    kube::Error m_error;
};

QByteArray lineOf(int number)
{
    static constexpr std::array Levels{"INFO ", "INFO ", "DEBUG", "WARN ", "ERROR"};
    return QByteArray(Levels[size_t(number) % Levels.size()]) + " request number "
        + QByteArray::number(number)
        + " path=/api/v1/items/17 user=u4711 took=12ms status=200 bytes=48213 peer=10.0.0.17";
}

QByteArray linesFrom(int first, int count)
{
    QByteArray bytes;
    for (int i = first; i < first + count; ++i)
        bytes += logstore::stampText(qint64(1'700'000'000) * 1'000'000'000 + qint64(i) * 10'000'000)
            + ' ' + lineOf(i) + '\n';
    return bytes;
}

/// Milliseconds of this thread.
double spent()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

struct Times
{
    double median = 0;
    double p99 = 0;
};

Times timesOf(std::vector<double> frames)
{
    std::ranges::sort(frames);
    return {frames[frames.size() / 2], frames[frames.size() * 99 / 100]};
}

Times logWindow()
{
    workspace::Look look(workspace::Theme::darkTheme());
    auto owned = std::make_unique<IngestedFeed>();
    auto *feed = owned.get();
    workspace::LogContent content(std::move(owned), u"bench"_s, look);
    content.setSize(Size);
    feed->store().append(feed->store().source({}), linesFrom(0, Lines));
    QImage image(Size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> frames;
    QKeyEvent home(QEvent::KeyPress, Qt::Key_Home, Qt::NoModifier);
    content.handleInput(home);
    int next = Lines;
    for (int i = 0; i < Frames; ++i) {
        feed->store().append(feed->store().source({}), linesFrom(next, LinesAFrame));
        next += LinesAFrame;
        QCoreApplication::processEvents();
        const auto begin = spent();
        QKeyEvent page(QEvent::KeyPress, Qt::Key_PageDown, Qt::NoModifier);
        content.handleInput(page);
        QPainter painter(&image);
        content.paint(painter, true);
        painter.end();
        frames.push_back(spent() - begin);
    }
    return timesOf(std::move(frames));
}

Times textEdit()
{
    workspace::Look look(workspace::Theme::darkTheme());
    QPlainTextEdit edit;
    edit.setFont(look.mono(12));
    edit.setLineWrapMode(QPlainTextEdit::NoWrap);
    edit.setReadOnly(true);
    edit.resize(Size);
    QString text;
    for (int i = 0; i < Lines; ++i)
        text += QString::fromLatin1(lineOf(i)) + u'\n';
    edit.setPlainText(text);
    edit.show();
    QCoreApplication::processEvents();
    QImage image(Size, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> frames;
    auto *bar = edit.verticalScrollBar();
    for (int i = 0; i < Frames; ++i) {
        const auto begin = spent();
        bar->setValue((bar->value() + bar->pageStep()) % bar->maximum());
        edit.render(&image);
        frames.push_back(spent() - begin);
        QCoreApplication::processEvents();
    }
    return timesOf(std::move(frames));
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    double ratio = 1e9;
    for (int round = 0; round < 3; ++round) {
        const auto edit = textEdit();
        const auto own = logWindow();
        std::printf("log window %.2f ms, p99 %.2f; QPlainTextEdit %.2f ms, p99 %.2f\n", own.median,
                    own.p99, edit.median, edit.p99);
        ratio = std::min(ratio, own.p99 / edit.p99);
    }
    bench::Aims aims;
    aims.atMost("scrolled frame while lines come, p99, of an idle QPlainTextEdit's", ratio, 0.5,
                "x");
    return aims.exitCode();
}
