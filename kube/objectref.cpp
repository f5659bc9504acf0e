// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "kube/objectref.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace kube {

QString ApiResource::apiVersion() const
{
    return group.isEmpty() ? version : QString(group + u'/' + version);
}

static QString segment(const QString &text)
{
    return u'/' + QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString pathOf(const ObjectRef &ref, QStringView subresource)
{
    QString path =
        ref.gvr.group.isEmpty() ? u"/api"_s : QString(u"/apis"_s + segment(ref.gvr.group));
    path += segment(ref.gvr.version);
    if (!ref.nameSpace.isEmpty())
        path += "/namespaces"_L1 + segment(ref.nameSpace);
    path += segment(ref.gvr.resource);
    if (!ref.name.isEmpty())
        path += segment(ref.name);
    if (!subresource.isEmpty())
        path += u'/' + subresource;
    return path;
}

size_t qHash(const GroupVersionResource &gvr, size_t seed)
{
    return qHashMulti(seed, gvr.group, gvr.version, gvr.resource);
}

size_t qHash(const ObjectRef &ref, size_t seed)
{
    return qHashMulti(seed, ref.gvr, ref.nameSpace, ref.name);
}

} // namespace kube
