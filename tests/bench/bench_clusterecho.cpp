// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a keystroke to its echo, in a container of the real cluster: our exec session beside
// `kubectl exec -it` in a pty of its own. Both talk to a shell's line editor in the same pod, in
// turns, one key at a time.

#include "aims.h"
#include "benchpod.h"
#include "childprocess.h"
#include "kube/streams/execsession.h"
#include "percentile.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <functional>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using bench::percentile;

namespace {

constexpr int Turns = 80; // short ones: both meet the same load
constexpr int KeysPerTurn = 25;

constexpr char ClearLine = '\x15'; // Ctrl+U

struct Typist
{
    std::function<double(char)> echo; ///< milliseconds that a key takes; negative: it never came
    std::function<void(char)> type; ///< without waiting
};

/// kubectl in a pty.
class Kubectl
{
public:
    explicit Kubectl(const QStringList &command)
    {
        std::vector<QByteArray> words;
        for (const auto &word : command)
            words.push_back(QFile::encodeName(word));
        std::vector<char *> arguments;
        for (auto &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        m_child = forkpty(&m_fd, nullptr, nullptr, nullptr);
        if (m_child == 0) {
            execv(arguments[0], arguments.data());
            _exit(127);
        }
    }
    ~Kubectl()
    {
        if (m_child > 0) {
            kill(m_child, SIGKILL);
            waitpid(m_child, nullptr, 0);
        }
        close(m_fd);
    }
    Q_DISABLE_COPY_MOVE(Kubectl)

    bool reads(char wanted, int milliseconds) const
    {
        const QDeadlineTimer deadline(milliseconds);
        while (!deadline.hasExpired()) {
            pollfd waiting{m_fd, POLLIN, 0};
            if (poll(&waiting, 1, int(deadline.remainingTime())) <= 0)
                return false;
            char bytes[4096];
            const auto size = read(m_fd, bytes, sizeof bytes);
            if (size <= 0)
                return false;
            if (std::find(bytes, bytes + size, wanted) != bytes + size)
                return true;
        }
        return false;
    }

    bool type(char key) const { return write(m_fd, &key, 1) == 1; }

    double echo(char key) const
    {
        QElapsedTimer clock;
        clock.start();
        if (!type(key) || !reads(key, 5000))
            return -1;
        return double(clock.nsecsElapsed()) / 1e6;
    }

private:
    int m_fd = -1;
    pid_t m_child = -1;
};

double echoOfOurs(kube::ExecSession &session, char key)
{
    QEventLoop loop;
    double took = -1;
    QElapsedTimer clock;
    const auto arrived = QObject::connect(&session, &kube::ExecSession::standardOutput, &loop,
                                          [&](const QByteArray &bytes) {
                                              if (!bytes.contains(key))
                                                  return;
                                              took = double(clock.nsecsElapsed()) / 1e6;
                                              loop.quit();
                                          });
    QTimer::singleShot(5000, &loop, &QEventLoop::quit);
    clock.start();
    session.write(QByteArray(1, key));
    loop.exec();
    QObject::disconnect(arrived);
    return took;
}

/// A turn of keys, with a pause as between those of a fast typist; false when one is lost.
bool typeTurn(const Typist &typist, std::vector<double> &times)
{
    for (int i = 0; i < KeysPerTurn; ++i) {
        QThread::msleep(5);
        const double took = typist.echo(char('a' + i % 20));
        if (took < 0)
            return false;
        times.push_back(took);
    }
    typist.type(ClearLine);
    QThread::msleep(100);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bench::BenchPod pod;
    if (pod.client() == nullptr)
        return 1;
    kube::ExecSession session(*pod.client(), pod.space, pod.name(), {.command = {u"sh"_s}});
    session.resize({80, 24});
    session.start();
    const Kubectl kubectl({pod.real.kubectlPath(), u"--kubeconfig"_s, pod.real.adminKubeconfig(),
                           u"-n"_s, pod.space, u"exec"_s, u"-it"_s, pod.name(), u"--"_s, u"sh"_s});
    const Typist ours{[&session](char key) { return echoOfOurs(session, key); },
                      [&session](char key) { session.write(QByteArray(1, key)); }};
    const Typist theirs{[&kubectl](char key) { return kubectl.echo(key); },
                        [&kubectl](char key) { kubectl.type(key); }};
    QEventLoop loop;
    QObject::connect(&session, &kube::ExecSession::standardOutput, &loop, &QEventLoop::quit);
    QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
    loop.exec();
    if (!kubectl.reads('#', 20'000)) {
        std::puts("kubectl has no prompt.");
        return 1;
    }
    std::vector<double> here;
    std::vector<double> there;
    for (int turn = 0; turn < Turns; ++turn) {
        if (!typeTurn(ours, here) || !typeTurn(theirs, there)) {
            std::puts("A key came back to nobody.");
            return 1;
        }
    }
    std::printf("%-10s %8s %8s %8s\n", "ms", "p50", "p90", "p99");
    for (const auto &[name, times] : {std::pair("ours", here), std::pair("kubectl", there)})
        std::printf("%-10s %8.2f %8.2f %8.2f\n", name, percentile(times, 0.5),
                    percentile(times, 0.9), percentile(times, 0.99));
    bench::Aims aims;
    aims.atMost("keystroke to echo, p99 beside kubectl exec -it",
                percentile(here, 0.99) / percentile(there, 0.99), 1.3, " times");
    return aims.exitCode();
}
