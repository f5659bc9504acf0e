// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzz.h"

#include <QByteArray>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <csignal>
#include <random>
#include <vector>

// Where there is no libFuzzer: each file of the named folders as it is, then mutations of them for
// a second. The seed is fixed, so the same machine meets the same inputs in the same order.

namespace {

constexpr qint64 milliseconds = 1000;
constexpr qsizetype longest = 64 * 1024;

using Inputs = std::vector<QByteArray>;

QByteArray current; // what a crash is reported with

extern "C" void reportInput(int signal)
{
    std::fprintf(stderr, "signal %d by the input, in base64:\n%s\n", signal,
                 current.toBase64().constData());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

Inputs readInputs(int count, char **paths)
{
    Inputs inputs;
    for (int i = 0; i < count; ++i) {
        QDirIterator files(QString::fromLocal8Bit(paths[i]), QDir::Files);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                inputs.push_back(file.readAll());
        }
        if (QFile file(QString::fromLocal8Bit(paths[i])); file.open(QIODevice::ReadOnly))
            inputs.push_back(file.readAll());
    }
    std::ranges::sort(inputs); // folders come in any order
    return inputs;
}

class Mutator
{
public:
    explicit Mutator(const Inputs &inputs)
        : m_inputs(inputs)
    {
    }

    QByteArray next()
    {
        auto input = any();
        for (auto rounds = below(6); rounds >= 0; --rounds)
            change(input);
        input.truncate(longest);
        return input;
    }

private:
    qsizetype below(qsizetype bound) { return bound <= 0 ? 0 : qsizetype(m_random()) % bound; }
    const QByteArray &any() { return m_inputs[size_t(below(qsizetype(m_inputs.size())))]; }

    void change(QByteArray &input)
    {
        const auto at = below(input.size() + 1);
        const auto length = below(std::min<qsizetype>(input.size() - at, 64) + 1);
        switch (below(7)) {
        case 0: input.insert(at, char(below(256))); break;
        case 1: input.remove(at, length); break;
        case 2: input.insert(at, input.mid(at, length)); break;
        case 3: input.truncate(at); break;
        case 4: {
            const auto &other = any();
            const auto from = below(other.size() + 1);
            input.replace(at, length, other.mid(from, below(256)));
            break;
        }
        case 5: input.insert(at, QByteArray(below(300), "[{(\"'-:0\xff"[below(9)])); break;
        default:
            if (at < input.size())
                input[at] = char(input[at] ^ (1 << below(8)));
        }
    }

    const Inputs &m_inputs;
    std::mt19937 m_random{20260101};
};

} // namespace

int main(int argc, char **argv)
{
    const auto inputs = readInputs(argc - 1, argv + 1);
    fuzz::require(!inputs.empty(), "there are seeds");
    std::signal(SIGABRT, reportInput);
    std::signal(SIGSEGV, reportInput);
    const auto run = [](const QByteArray &input) {
        current = input;
        // A copy of its own: reading past the end is then seen by a sanitizer.
        const std::vector<uint8_t> bytes(input.begin(), input.end());
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    };
    std::ranges::for_each(inputs, run);
    Mutator mutator(inputs);
    QElapsedTimer timer;
    int count = 0;
    for (timer.start(); timer.elapsed() < milliseconds; ++count)
        run(mutator.next());
    std::printf("%zu seeds, %d mutations\n", inputs.size(), count);
    return 0;
}
