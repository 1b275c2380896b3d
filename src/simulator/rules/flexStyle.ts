import { z } from 'zod';
import { faultTexts } from './fields.ts';

/** The words and measures that flex components take for their looks. */

const px = String.raw`\d+(?:\.\d+)?px`;
const percent = String.raw`\d+(?:\.\d+)?%`;
const steps = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl'];
const sizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'];

function matching(...forms: readonly string[]) {
  return z.string().regex(new RegExp(`^(?:${forms.join('|')})$`), faultTexts.invalid);
}

function word<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words);
}

const spacing = matching(...steps, px);
const padding = matching(...steps, px, percent);
const offset = matching(...steps, `-?${px}`, `-?${percent}`);
const length = matching(px, percent);
const count = z.int(faultTexts.invalid).min(0, faultTexts.invalid);

export const color = matching('#[0-9A-Fa-f]{6}', '#[0-9A-Fa-f]{8}');
const textSize = matching(...sizes, px);
export const iconSize = matching(...sizes, px);
export const imageSize = matching(...sizes, 'full', px, percent);
export const margin = spacing;
export const flexFactor = count;
export const lineCount = count;
export const lineSpacing = matching(px);
export const align = word('start', 'end', 'center');
export const gravity = word('top', 'bottom', 'center');
export const adjustMode = word('shrink-to-fit');

/** `width:height`, the height at most three times the width. */
export const aspectRatio = z.string().refine((ratio) => {
  const [width, height] = /^([1-9]\d{0,5}):([1-9]\d{0,5})$/.exec(ratio)?.slice(1).map(Number) ?? [];
  return width !== undefined && height !== undefined && height <= width * 3;
}, faultTexts.invalid);

/** Where a component stands in its parent. */
export const placement = z
  .object({
    margin,
    position: word('relative', 'absolute'),
    offsetTop: offset,
    offsetBottom: offset,
    offsetStart: offset,
    offsetEnd: offset,
  })
  .partial().shape;

export const letterStyle = z
  .object({
    size: textSize,
    color,
    weight: word('regular', 'bold'),
    style: word('normal', 'italic'),
    decoration: word('none', 'underline', 'line-through'),
  })
  .partial().shape;

export const boxStyle = z
  .object({
    flex: flexFactor,
    spacing,
    backgroundColor: color,
    borderColor: color,
    borderWidth: matching('none', 'light', 'normal', 'medium', 'semi-bold', 'bold', px),
    cornerRadius: spacing,
    width: length,
    maxWidth: length,
    height: length,
    maxHeight: length,
    paddingAll: padding,
    paddingTop: padding,
    paddingBottom: padding,
    paddingStart: padding,
    paddingEnd: padding,
    justifyContent: word('center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'),
    alignItems: word('center', 'flex-start', 'flex-end'),
    background: z.strictObject({
      type: z.literal('linearGradient'),
      angle: matching(String.raw`\d+(?:\.\d+)?deg`),
      startColor: color,
      endColor: color,
      centerColor: color.optional(),
      centerPosition: matching(percent).optional(),
    }),
  })
  .partial().shape;

const blockStyle = z
  .strictObject({ backgroundColor: color, separator: z.boolean(), separatorColor: color })
  .partial();

export const bubbleStyles = z
  .strictObject({ header: blockStyle, hero: blockStyle, body: blockStyle, footer: blockStyle })
  .partial();
