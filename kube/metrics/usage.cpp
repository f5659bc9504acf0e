// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/metrics/usage.h"

#include <QtNumeric>

#include <limits>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kube {

Usage &Usage::operator+=(const Usage &other)
{
    // What servers send is bounded by nothing but the type.
    if (qAddOverflow(cpu, other.cpu, &cpu))
        cpu = std::numeric_limits<qint64>::max();
    if (qAddOverflow(memory, other.memory, &memory))
        memory = std::numeric_limits<qint64>::max();
    return *this;
}

void UsageFigure::add(const UsageFigure &other)
{
    usage += other.usage;
    parts += other.parts;
    if (other.time > 0)
        time = time > 0 ? std::min(time, other.time) : other.time;
}

QByteArray podKey(std::string_view nameSpace, std::string_view name)
{
    QByteArray key;
    key.reserve(qsizetype(nameSpace.size() + name.size()) + 1);
    key.append(nameSpace.data(), qsizetype(nameSpace.size()));
    key.append('/');
    key.append(name.data(), qsizetype(name.size()));
    return key;
}

QByteArray podKey(const QString &nameSpace, const QString &name)
{
    return QString(nameSpace + u'/' + name).toUtf8();
}

const PodUsage *UsageTable::pod(const QByteArray &key) const
{
    const auto found = pods.constFind(key);
    return found == pods.cend() ? nullptr : &*found;
}

const UsageFigure *UsageTable::node(const QByteArray &name) const
{
    const auto found = nodes.constFind(name);
    return found == nodes.cend() ? nullptr : &*found;
}

void UsageTable::take(const UsageTable &other)
{
    pods.insert(other.pods);
    nodes.insert(other.nodes);
    window = std::max(window, other.window);
}

void UsageTable::sumUp()
{
    nameSpaces.clear();
    for (auto pod = pods.cbegin(); pod != pods.cend(); ++pod) {
        const auto name = pod.key().left(pod.key().indexOf('/'));
        const auto sum = nameSpaces.find(name);
        if (sum == nameSpaces.end())
            nameSpaces.insert(name, pod->figure);
        else
            sum->add(pod->figure);
    }
}

static qint64 thousandthsOf(qint64 billionths)
{
    static constexpr qint64 step = 1'000'000;
    return billionths / step + (billionths % step > 0 ? 1 : 0);
}

static std::optional<int> percentOf(double part, double whole)
{
    if (whole <= 0)
        return {};
    return int(std::clamp(part / whole * 100, 0.0, 1e6));
}

QString topCpu(qint64 billionths)
{
    return u"%1m"_s.arg(thousandthsOf(billionths));
}

QString topMemory(qint64 bytes)
{
    return u"%1Mi"_s.arg(bytes / (1024LL * 1024));
}

std::optional<int> topCpuPercent(qint64 billionths, qint64 available)
{
    return percentOf(double(thousandthsOf(billionths)), double(thousandthsOf(available)));
}

std::optional<int> topMemoryPercent(qint64 bytes, qint64 available)
{
    return percentOf(double(bytes), double(available));
}

} // namespace kube
