// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/textview/tonecolor.h"

#include "workspace/look/look.h"

namespace workspace {

QColor colorOf(TextTone tone, const Theme &theme)
{
    switch (tone) {
    case TextTone::Plain: return theme.text;
    case TextTone::Dim: return theme.textDim;
    case TextTone::Faint: return theme.textFaint;
    case TextTone::Heading: return theme.text;
    case TextTone::Key: return theme.accent;
    case TextTone::String: return theme.dark ? theme.ok.lighter(118) : theme.ok;
    case TextTone::Number: return theme.warn;
    case TextTone::Constant: return theme.info;
    case TextTone::Comment: return theme.textFaint;
    case TextTone::Link: return theme.accent;
    case TextTone::Ok: return theme.ok;
    case TextTone::Warn: return theme.warn;
    case TextTone::Error: return theme.error;
    case TextTone::Info: return theme.info;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace workspace
