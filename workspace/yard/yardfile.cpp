// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/yard/yardfile.h"

#include "workspace/yard/kinds.h"
#include "workspace/yard/layout.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace workspace {

static constexpr int Version = 1;
static constexpr qint64 LargestFile = 64 * 1024 * 1024;
static constexpr qsizetype LongestText = 1024;
static constexpr qsizetype MostWindows = 64;
static constexpr qsizetype MostNamespaces = 64;

static QJsonObject windowToJson(const WindowRecord &window)
{
    return {{u"id"_s, window.id},
            {u"view"_s, viewName(window.view)},
            {u"x"_s, window.rect.x()},
            {u"y"_s, window.rect.y()},
            {u"width"_s, window.rect.width()},
            {u"height"_s, window.rect.height()}};
}

static QJsonObject krateToJson(const KrateRecord &krate)
{
    QJsonObject json{{u"id"_s, krate.id},           {u"cluster"_s, krate.cluster},
                     {u"label"_s, krate.label},     {u"wx"_s, krate.position.x()},
                     {u"wy"_s, krate.position.y()}, {u"minimized"_s, krate.minimized},
                     {u"pinned"_s, krate.pinned},   {u"seq"_s, qint64(krate.seq)}};
    if (krate.object) {
        json[u"object"_s] = QJsonObject{{u"apiVersion"_s, krate.object->apiVersion},
                                        {u"kind"_s, krate.object->kind},
                                        {u"namespace"_s, krate.object->nameSpace},
                                        {u"name"_s, krate.object->name}};
    }
    if (krate.collection) {
        json[u"collection"_s] = QJsonObject{
            {u"apiVersion"_s, krate.collection->apiVersion},
            {u"kind"_s, krate.collection->kind},
            {u"namespaces"_s, QJsonArray::fromStringList(krate.collection->nameSpaces)}};
    }
    QJsonArray windows;
    for (const auto &window : krate.windows)
        windows.append(windowToJson(window));
    json[u"windows"_s] = windows;
    return json;
}

QByteArray toJson(const Krates &krates, const QString &name)
{
    QJsonArray list;
    for (const auto &[id, krate] : krates)
        list.append(krateToJson(krate));
    QJsonObject json{{u"version"_s, Version}, {u"krates"_s, list}};
    if (!name.isEmpty())
        json[u"name"_s] = name;
    return QJsonDocument(json).toJson();
}

/// A text within bounds; nothing when it is missing, too long or no text.
static std::optional<QString> textIn(const QJsonObject &json, QStringView key)
{
    const auto value = json.value(key);
    if (!value.isString() || value.toString().size() > LongestText)
        return std::nullopt;
    return value.toString();
}

static std::optional<ObjectId> objectFrom(const QJsonObject &json)
{
    const auto kind = textIn(json, u"kind");
    const auto name = textIn(json, u"name");
    if (!kind || kind->isEmpty() || !name || name->isEmpty())
        return std::nullopt;
    return ObjectId{textIn(json, u"apiVersion").value_or(QString()), *kind,
                    textIn(json, u"namespace").value_or(QString()), *name};
}

static std::optional<CollectionScope> collectionFrom(const QJsonObject &json)
{
    const auto kind = textIn(json, u"kind");
    if (!kind || kind->isEmpty())
        return std::nullopt;
    CollectionScope scope{textIn(json, u"apiVersion").value_or(QString()), *kind};
    for (const auto &value : json.value(u"namespaces").toArray()) {
        const auto name = value.toString();
        if (!name.isEmpty() && name.size() <= LongestText
            && scope.nameSpaces.size() < MostNamespaces)
            scope.nameSpaces.append(name);
    }
    // Version 0.1.0 wrote one, or an empty text for all.
    if (const auto name = textIn(json, u"namespace"); name && !name->isEmpty())
        scope.nameSpaces = {*name};
    return scope;
}

static qreal numberIn(const QJsonObject &json, QStringView key, qreal low, qreal high)
{
    const qreal value = json.value(key).toDouble(low);
    return std::isfinite(value) ? std::clamp(value, low, high) : low;
}

static std::optional<WindowRecord> windowFrom(const QJsonObject &json)
{
    const auto id = textIn(json, u"id");
    const auto view = viewNamed(json.value(u"view").toString());
    if (!id || id->isEmpty() || !view)
        return std::nullopt;
    const auto low = layout::MinimumSize;
    const auto high = layout::MaximumSize;
    return WindowRecord{*id, *view,
                        QRectF(numberIn(json, u"x", 0, layout::World.width()),
                               numberIn(json, u"y", 0, layout::World.height()),
                               numberIn(json, u"width", low.width(), high.width()),
                               numberIn(json, u"height", low.height(), high.height()))};
}

/// Reads the windows of a krate; an id met before, here or elsewhere, is kept out.
static std::vector<WindowRecord> windowsFrom(const QJsonArray &list, std::set<QString> &seen,
                                             int &keptOut)
{
    std::vector<WindowRecord> windows;
    for (const auto &entry : list) {
        const auto window = windowFrom(entry.toObject());
        if (window && std::ssize(windows) < MostWindows && seen.insert(window->id).second)
            windows.push_back(*window);
        else
            ++keptOut;
    }
    return layout::tidied(std::move(windows));
}

static std::optional<KrateRecord> krateFrom(const QJsonObject &json, std::set<QString> &seen,
                                            int &keptOut)
{
    KrateRecord krate;
    krate.id = textIn(json, u"id").value_or(QString());
    krate.cluster = textIn(json, u"cluster").value_or(QString());
    krate.label = textIn(json, u"label").value_or(QString());
    krate.object = objectFrom(json.value(u"object").toObject());
    krate.collection = collectionFrom(json.value(u"collection").toObject());
    if (krate.id.isEmpty() || krate.object.has_value() == krate.collection.has_value())
        return std::nullopt;
    const QRectF world = layout::World;
    krate.position = {numberIn(json, u"wx", world.left(), world.right()),
                      numberIn(json, u"wy", world.top(), world.bottom())};
    krate.minimized = json.value(u"minimized").toBool();
    krate.pinned = json.value(u"pinned").toBool();
    krate.seq = quint64(std::max(0.0, numberIn(json, u"seq", 0, 9e15)));
    krate.windows = windowsFrom(json.value(u"windows").toArray(), seen, keptOut);
    return krate;
}

LoadedYard yardFromJson(const QByteArray &json)
{
    LoadedYard loaded;
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        loaded.problems.append(
            YardFile::tr("The yard's file is no JSON object: %1.").arg(error.errorString()));
        return loaded;
    }
    const int version = document.object().value(u"version").toInt(-1);
    if (version < 1 || version > Version) {
        loaded.problems.append(
            YardFile::tr("The yard's file has version %1, which this program does not know.")
                .arg(version));
        return loaded;
    }
    loaded.name = textIn(document.object(), u"name").value_or(QString()).simplified();
    int krates = 0;
    int windows = 0;
    std::set<QString> seen;
    for (const auto &entry : document.object().value(u"krates").toArray()) {
        const auto krate = krateFrom(entry.toObject(), seen, windows);
        if (!krate || !loaded.krates.emplace(krate->id, *krate).second)
            ++krates;
    }
    if (krates > 0)
        loaded.problems.append(YardFile::tr("%n krates could not be read.", nullptr, krates));
    if (windows > 0)
        loaded.problems.append(YardFile::tr("%n windows could not be read.", nullptr, windows));
    return loaded;
}

YardFile::YardFile(YardDocument &document, const QString &path, QObject *parent)
    : YardStorage(parent)
    , m_document(document)
    , m_file(path)
{
    connect(&m_file, &DelayedFile::due, this, &YardFile::flush);
    connect(&m_document, &YardDocument::changed, this, [this](const YardChange &change) {
        if (change.origin != YardChange::Origin::Load)
            m_file.touch();
    });
}

YardFile::~YardFile()
{
    flush();
}

QStringList YardFile::load()
{
    QFile file(path());
    if (!file.exists()) {
        m_document.reset({});
        return {};
    }
    m_unreadable = !file.open(QIODevice::ReadOnly) || file.size() > LargestFile;
    if (m_unreadable) {
        m_document.reset({});
        return {tr("The yard's file %1 cannot be read.").arg(QDir::toNativeSeparators(path()))};
    }
    auto loaded = yardFromJson(file.readAll());
    file.close();
    if (!loaded.problems.isEmpty()) {
        // Nothing that a person made is lost: what was kept out is still in the copy.
        const QString aside = path() + u".broken"_s;
        QFile::remove(aside);
        if (QFile::copy(path(), aside))
            loaded.problems.append(
                tr("The file as it was is kept as %1.").arg(QDir::toNativeSeparators(aside)));
    }
    m_name = loaded.name;
    m_document.reset(loaded.krates);
    return loaded.problems;
}

void YardFile::setName(const QString &name)
{
    if (std::exchange(m_name, name) != name)
        m_file.touch();
}

void YardFile::flush()
{
    if (!m_file.stopWaiting())
        return;
    if (m_unreadable) {
        Q_EMIT saveFailed(tr("The yard is not saved, for its file %1 cannot be read. Make it "
                             "readable and start again.")
                              .arg(QDir::toNativeSeparators(path())));
        return;
    }
    if (const auto done = m_file.write(toJson(m_document.krates(), m_name)); !done)
        Q_EMIT saveFailed(tr("The yard could not be saved: %1.").arg(done.error()));
    else
        Q_EMIT saved();
}

} // namespace workspace
