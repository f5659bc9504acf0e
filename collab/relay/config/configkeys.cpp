// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collab/relay/config/configkeys.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace relay {

namespace {

constexpr qsizetype LargestFile = 1024 * 1024;

/// `terminated_log_ttl` is `terminatedLogTtl`.
QString joined(const QString &name)
{
    QString text;
    bool isNext = false;
    for (const auto c : name) {
        if (c == u'_' && !text.isEmpty()) {
            isNext = true;
            continue;
        }
        text += isNext ? c.toUpper() : c;
        isNext = false;
    }
    return text;
}

QString nameOf(const YAML::Node &key)
{
    if (!key.IsScalar())
        complain(key, u"a key wants to be a text"_s);
    return QString::fromStdString(key.Scalar());
}

[[noreturn]] void complainOfUnknown(const YAML::Node &node, const QString &key,
                                    const QString &section, const QStringList &known)
{
    complain(node,
             u"there is no “%1” in “%2”; there are: %3"_s.arg(key, section, known.join(u", "_s)));
}

class Reading
{
public:
    explicit Reading(const QProcessEnvironment &environment)
        : m_environment(environment)
    {
    }

    void section(const YAML::Node &node, const QString &path, const QString &name,
                 const std::vector<ConfigKey> &keys, OtherKeys others)
    {
        const bool isThere = node.IsDefined() && !node.IsNull();
        std::vector<YAML::Node> values(keys.size());
        if (isThere)
            attempt([&] { assign(node, name, keys, others, values); });
        for (size_t i = 0; i < keys.size(); ++i)
            key(values.at(i), path.isEmpty() ? keys[i].name : path + u'.' + keys[i].name, keys[i]);
    }

    const QStringList &mistakes() const { return m_mistakes; }

    template<typename Work>
    void attempt(const Work &work, const QString &variable = {})
    {
        try {
            work();
        } catch (const ConfigMistake &mistake) {
            note(mistake, variable);
        } catch (const YAML::Exception &error) {
            note({.line = error.mark.line + 1, .text = QString::fromStdString(error.msg)},
                 variable);
        }
    }

private:
    void note(const ConfigMistake &mistake, const QString &variable)
    {
        if (!variable.isEmpty())
            m_mistakes.append(variable + u": "_s + mistake.text);
        else if (mistake.line > 0)
            m_mistakes.append(u"line %1: %2"_s.arg(mistake.line).arg(mistake.text));
        else
            m_mistakes.append(mistake.text);
    }

    /// Which of the keys each entry of the file is.
    void assign(const YAML::Node &node, const QString &name, const std::vector<ConfigKey> &keys,
                OtherKeys others, std::vector<YAML::Node> &values)
    {
        if (!node.IsMap())
            complain(node, u"“%1” wants keys and values"_s.arg(name));
        std::vector<bool> isTaken(keys.size());
        for (const auto &entry : node) {
            attempt([&] {
                const auto written = nameOf(entry.first);
                const auto called = joined(written);
                const auto found = std::ranges::find_if(keys, [&](const ConfigKey &one) {
                    return one.name == called || one.aliases.contains(called);
                });
                if (found == keys.end() && others == OtherKeys::Ignored)
                    return;
                if (found == keys.end())
                    complainOfUnknown(entry.first, written, name, namesOf(keys));
                const auto index = size_t(found - keys.begin());
                if (isTaken[index])
                    complain(entry.first,
                             u"“%1” is there twice, under this name or another: keep one"_s.arg(
                                 found->name));
                isTaken[index] = true;
                values[index].reset(entry.second);
            });
        }
    }

    void key(const YAML::Node &value, const QString &path, const ConfigKey &key)
    {
        if (key.kind == ConfigKey::Kind::Elsewhere)
            return;
        if (key.kind == ConfigKey::Kind::Section) {
            section(value, path, key.name, key.keys, OtherKeys::Refused);
            if (key.finish)
                attempt([&] { key.finish(value); });
            return;
        }
        const auto variable = variableOf(path);
        const auto text = m_environment.value(variable);
        if (!text.isEmpty())
            attempt([&] { key.read(given(text, key.kind)); }, variable);
        else if (value.IsDefined() && !value.IsNull())
            attempt([&] { key.read(value); });
    }

    static YAML::Node given(const QString &text, ConfigKey::Kind kind)
    {
        if (kind == ConfigKey::Kind::Text)
            return YAML::Node(text.toStdString());
        if (text.trimmed().startsWith(u'['))
            return YAML::Load(text.toStdString());
        YAML::Node list(YAML::NodeType::Sequence);
        for (const auto &part : text.split(u',', Qt::SkipEmptyParts))
            list.push_back(part.trimmed().toStdString());
        return list;
    }

    static QStringList namesOf(const std::vector<ConfigKey> &keys)
    {
        QStringList names;
        for (const auto &key : keys)
            names.append(key.name);
        return names;
    }

    const QProcessEnvironment &m_environment;
    QStringList m_mistakes;
};

void addEntries(const std::vector<ConfigKey> &keys, const QString &path,
                std::vector<ConfigEntry> &entries)
{
    for (const auto &key : keys) {
        const auto whole = path.isEmpty() ? key.name : path + u'.' + key.name;
        if (key.kind == ConfigKey::Kind::Section)
            addEntries(key.keys, whole, entries);
        else if (key.kind != ConfigKey::Kind::Elsewhere)
            entries.push_back({.path = whole,
                               .variable = variableOf(whole),
                               .shown = key.shown ? key.shown() : QString()});
    }
}

} // namespace

void complain(const YAML::Node &node, const QString &text)
{
    throw ConfigMistake{.line = node.IsDefined() ? node.Mark().line + 1 : 0, .text = text};
}

QString variableOf(const QString &path)
{
    QString name = u"KRATEYARD_"_s;
    for (const auto c : path) {
        if (c.isUpper())
            name += u'_';
        name += c == u'.' ? QChar(u'_') : c.toUpper();
    }
    return name;
}

QStringList readConfig(const QByteArray &yaml, const std::vector<ConfigKey> &keys,
                       const QProcessEnvironment &environment, OtherKeys others)
{
    if (yaml.size() > LargestFile)
        return {u"it is larger than 1 MiB"_s};
    Reading reading(environment);
    reading.attempt(
        [&] { reading.section(YAML::Load(yaml.toStdString()), {}, u"relay"_s, keys, others); });
    return reading.mistakes();
}

void readMap(const YAML::Node &node, const QString &name, const ConfigReaders &readers)
{
    if (!node.IsMap())
        complain(node, u"“%1” wants keys and values"_s.arg(name));
    QStringList taken;
    for (const auto &entry : node) {
        const auto written = nameOf(entry.first);
        const auto key = joined(written);
        const auto found = std::ranges::find(readers, key, &ConfigReaders::value_type::first);
        if (found == readers.end()) {
            QStringList known;
            for (const auto &reader : readers)
                known.append(reader.first);
            complainOfUnknown(entry.first, written, name, known);
        }
        if (taken.contains(key))
            complain(entry.first, u"“%1” is there twice: keep one"_s.arg(key));
        taken.append(key);
        found->second(entry.second);
    }
}

std::vector<ConfigEntry> entriesOf(const std::vector<ConfigKey> &keys)
{
    std::vector<ConfigEntry> entries;
    addEntries(keys, {}, entries);
    return entries;
}

} // namespace relay
